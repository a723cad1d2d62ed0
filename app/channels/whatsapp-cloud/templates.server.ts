import { z } from 'zod'
import type {
  ChannelEnv,
  ConnectedEndpoint,
  OutboundFile,
  TemplateOrder,
  TemplateResult,
} from '../channel.ts'
import { listTemplates } from './account.server.ts'
import { callGraph } from './graph.server.ts'
import type { GraphResult } from './graph.server.ts'
import type { WhatsAppSettings } from './settings.ts'

/** Graph's word for "there is one of this name in this language". */
const EXISTS = 2388024
const REASON_CHARS_MAX = 300

type Endpoint = ConnectedEndpoint<WhatsAppSettings>
type Failed = Extract<TemplateResult, { kind: 'failed' }>

const created = z.looseObject({
  id: z.coerce.string().min(1),
  status: z.string().optional(),
  category: z.string().optional(),
})
const upload = z.looseObject({ id: z.string().min(1) })
const handle = z.looseObject({ h: z.string().min(1) })

/** Creates a template or changes one that Meta knows; either way its review begins. */
export async function submitTemplate(
  order: TemplateOrder,
  endpoint: Endpoint,
  env: ChannelEnv,
): Promise<TemplateResult> {
  const { wabaId, accessToken } = endpoint.settings
  if (!wabaId) return failed('The number has no account id (WABA id) yet: add it to the channel.')
  const shown = order.headerFile && (await uploadSample(order.headerFile, endpoint, env))
  if (shown && !shown.ok) return shown.problem
  const components = order.components.map((one) => withHandle(one, shown?.handle))
  const { name, language, category, providerId } = order
  const call =
    providerId === null
      ? { path: `${wabaId}/message_templates`, json: { name, language, category, components } }
      : { path: providerId, json: { category, components } }
  const result = await callGraph(env, accessToken, { method: 'POST', ...call })
  if (result.kind === 'refused' && result.subcode === EXISTS && providerId === null) {
    return adopt(order, endpoint, env)
  }
  if (result.kind !== 'ok') return toFailed(result)
  if (providerId !== null) return { kind: 'done', providerId }
  const read = created.safeParse(result.body)
  if (!read.success) return { kind: 'failed', reason: 'answer', retry: 'later' }
  const { id, status, category: given } = read.data
  return { kind: 'done', providerId: id, status, category: given }
}

/** One language of a name; the others stay. What is gone already is gone. */
export async function deleteTemplate(
  { name, providerId }: { name: string; providerId: string },
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<TemplateResult> {
  const { wabaId, accessToken } = settings
  if (!wabaId) return failed('The number has no account id (WABA id) yet: add it to the channel.')
  const query = { name, hsm_id: providerId }
  const path = `${wabaId}/message_templates`
  const result = await callGraph(env, accessToken, { method: 'DELETE', path, query })
  if (result.kind !== 'ok') return toFailed(result)
  return { kind: 'done', providerId }
}

/**
 * A create whose answer was lost has worked: the one of this name says what ours says. Other
 * words mean that somebody else made it.
 */
async function adopt(
  { name, language, components }: TemplateOrder,
  endpoint: Endpoint,
  env: ChannelEnv,
): Promise<TemplateResult> {
  const listed = await listTemplates(endpoint, env)
  if (!listed.ok) return { kind: 'failed', reason: listed.reason, retry: listed.retry }
  const same = listed.templates.find((one) => one.name === name && one.language === language)
  const isOurs = same && bodyOf(same.components) === bodyOf(components)
  if (!isOurs || same.providerId === null) {
    return failed('There is a template of this name in this language already.')
  }
  return { kind: 'done', providerId: same.providerId, status: same.status }
}

function bodyOf(components: unknown[]): string | undefined {
  const parts = z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))
  const read = parts.safeParse(components)
  return read.data?.find((one) => one.type === 'BODY')?.text
}

/** The picture, film or document that the review sees: a resumable upload, in one piece. */
async function uploadSample(
  file: OutboundFile,
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<{ ok: true; handle: string } | { ok: false; problem: Failed }> {
  const query = {
    ...{ file_name: file.name, file_length: String(file.byteSize), file_type: file.mimeType },
  }
  const begun = await callGraph(env, settings.accessToken, {
    ...{ method: 'POST', path: 'app/uploads', query },
  })
  const session = begun.kind === 'ok' ? upload.safeParse(begun.body) : undefined
  if (!session?.success) return { ok: false, problem: toFailed(begun) }
  const sent = await callGraph(env, settings.accessToken, {
    ...{ method: 'POST', path: session.data.id, bytes: await file.read() },
  })
  const read = sent.kind === 'ok' ? handle.safeParse(sent.body) : undefined
  if (!read?.success) return { ok: false, problem: toFailed(sent) }
  return { ok: true, handle: read.data.h }
}

function withHandle(component: unknown, given: string | undefined): unknown {
  const part = component as { type?: string; format?: string }
  const isFile = part.type === 'HEADER' && part.format !== 'TEXT'
  return isFile && given ? { ...part, example: { header_handle: [given] } } : component
}

/** In the vendor's own words where it had any: they name the line that does not fit. */
function toFailed(result: GraphResult): Failed {
  if (result.kind === 'ok') return { kind: 'failed', reason: 'answer', retry: 'later' }
  if (result.kind !== 'refused') return { kind: 'failed', reason: result.reason, retry: 'later' }
  const { failure, details } = result
  const reason = (details ?? failure.reason).slice(0, REASON_CHARS_MAX)
  if (failure.action === 'never' || failure.action === 'credentials') {
    return { kind: 'failed', reason, retry: 'never' }
  }
  return { kind: 'failed', reason, retry: 'later', retryAfterMs: failure.retryAfterMs }
}

function failed(reason: string): Failed {
  return { kind: 'failed', reason, retry: 'never' }
}
