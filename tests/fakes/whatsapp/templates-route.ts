import { parseJson } from '../http/body.ts'
import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { graphError } from './errors.ts'
import { newNumericId } from './ids.ts'
import { templateEdit, templateInput } from './template-schema.ts'
import type { Template } from './template-schema.ts'
import { refuseComponents } from './template-rules.ts'
import { reviewLater } from './template-review.ts'
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
  const problem = refuseComponents(world, components)
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
  reviewLater(world, template)
  return json({ id: template.id, status: template.status, category })
}

/** `POST /{template_id}`: an edited template goes back to review; one under review cannot be. */
export function editTemplate(world: World, template: Template, request: FakeRequest): FakeReply {
  if (template.status === 'PENDING') {
    const details = 'Message template cannot be edited while it is in review'
    return graphError({ code: 100, subcode: 2388039, details })
  }
  const body = parseJson(request)
  const edit = templateEdit.safeParse(body.ok ? body.value : undefined)
  if (!edit.success) return graphError({ code: 100, details: 'Invalid parameter' })
  const problem = edit.data.components && refuseComponents(world, edit.data.components)
  if (problem) return graphError({ code: 100, details: problem })
  Object.assign(template, edit.data, { status: 'PENDING' })
  reviewLater(world, template)
  return json({ success: true })
}

/** `DELETE /{waba}/message_templates?name=&hsm_id=`: one of the name, or all its languages. */
export function deleteTemplates(world: World, wabaId: string, request: FakeRequest): FakeReply {
  const name = request.query.get('name')
  const id = request.query.get('hsm_id')
  const isDoomed = (one: Template) =>
    one.wabaId === wabaId && one.name === name && (id === null || one.id === id)
  if (!name || !world.templates.some(isDoomed)) {
    return graphError({ code: 100, details: `No template is called ${name ?? ''}` })
  }
  world.templates = world.templates.filter((one) => !isDoomed(one))
  return json({ success: true })
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
