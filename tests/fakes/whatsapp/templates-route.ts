import { parseJson } from '../http/body.ts'
import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { graphError } from './errors.ts'
import { newNumericId } from './ids.ts'
import { templateEdit, templateInput, variablesOf } from './template-schema.ts'
import type { Template, TemplateComponent } from './template-schema.ts'
import type { World } from './world.ts'

const DEFAULT_PAGE = 25
const MAX_PAGE = 1000

/** `GET /{waba}/message_templates?name=&status=&language=&limit=&after=` */
export function listTemplates(world: World, wabaId: string, request: FakeRequest): FakeReply {
  const { query } = request
  const fits = (template: Template) =>
    template.wabaId === wabaId &&
    template.name.includes(query.get('name') ?? '') &&
    (query.get('status') ?? template.status) === template.status &&
    (query.get('language') ?? template.language) === template.language
  const all = world.templates.filter(fits)
  const limit = Math.min(Math.max(Number(query.get('limit')) || DEFAULT_PAGE, 1), MAX_PAGE)
  const start = offsetOf(query.get('after'))
  const data = all.slice(start, start + limit).map(toPublic)
  if (data.length === 0) return json({ data })
  const end = start + data.length
  const cursors = { before: cursorOf(start), after: cursorOf(end) }
  const next = `${world.origin}${request.path}?limit=${limit}&after=${cursors.after}`
  return json({ data, paging: end < all.length ? { cursors, next } : { cursors } })
}

/** `POST /{waba}/message_templates`: created as PENDING, as the vendor's review starts. */
export function createTemplate(world: World, wabaId: string, request: FakeRequest): FakeReply {
  const body = parseJson(request)
  const input = templateInput.safeParse(body.ok ? body.value : undefined)
  if (!input.success) {
    const path = input.error.issues[0]?.path.join('.') ?? 'body'
    return graphError({ code: 100, details: `Invalid parameter: ${path}` })
  }
  const { name, language, category, components } = input.data
  const problem = refuseComponents(components)
  if (problem) return graphError({ code: 100, details: problem })
  const isTaken = world.templates.some(
    (one) => one.wabaId === wabaId && one.name === name && one.language === language,
  )
  if (isTaken) {
    const details = `Content in this language already exists for template ${name}`
    return graphError({ code: 100, subcode: 2388024, details })
  }
  const template: Template = { ...input.data, id: newNumericId(), wabaId, status: 'PENDING' }
  world.templates.push(template)
  return json({ id: template.id, status: template.status, category })
}

/** `POST /{template_id}`: an edited template goes back to review. */
export function editTemplate(template: Template, request: FakeRequest): FakeReply {
  const body = parseJson(request)
  const edit = templateEdit.safeParse(body.ok ? body.value : undefined)
  if (!edit.success) return graphError({ code: 100, details: 'Invalid parameter' })
  const problem = edit.data.components && refuseComponents(edit.data.components)
  if (problem) return graphError({ code: 100, details: problem })
  Object.assign(template, edit.data, { status: 'PENDING' })
  return json({ success: true })
}

/** `DELETE /{waba}/message_templates?name=`: all languages of the name. */
export function deleteTemplates(world: World, wabaId: string, request: FakeRequest): FakeReply {
  const name = request.query.get('name')
  const isDoomed = (one: Template) => one.wabaId === wabaId && one.name === name
  if (!name || !world.templates.some(isDoomed)) {
    return graphError({ code: 100, details: `No template is called ${name ?? ''}` })
  }
  world.templates = world.templates.filter((one) => !isDoomed(one))
  return json({ success: true })
}

function refuseComponents(components: TemplateComponent[]): string | undefined {
  const bodies = components.filter((one) => one.type === 'BODY')
  const text = bodies[0]?.text
  if (bodies.length !== 1 || !text) return 'Exactly one BODY component with text is required'
  const variables = variablesOf(text)
  const examples = bodies[0]?.example?.body_text?.[0] ?? []
  const areNumbered = variables.every((name) => /^\d+$/.test(name))
  if (areNumbered && examples.length !== variables.length) {
    return 'BODY needs example.body_text with one value for each variable'
  }
  return undefined
}

function toPublic({ wabaId: _, ...template }: Template) {
  return template
}

function cursorOf(offset: number): string {
  return Buffer.from(`t:${offset}`).toString('base64url')
}

function offsetOf(cursor: string | null): number {
  const text = Buffer.from(cursor ?? '', 'base64url').toString()
  return text.startsWith('t:') ? Number(text.slice(2)) || 0 : 0
}
