import { z } from 'zod'
import type { ContactAddress } from '#app/domain/conversations/inbound.ts'
import type { ChannelEnv, ConnectedEndpoint, EndpointCheck, VendorTemplate } from '../channel.ts'
import { callGraph } from './graph.server.ts'
import type { GraphResult } from './graph.server.ts'
import type { WhatsAppSettings } from './settings.ts'

const TEMPLATES_PER_PAGE = '100'
/** Meta allows a few thousand templates at most. */
const TEMPLATE_PAGES_MAX = 60

type Endpoint = ConnectedEndpoint<WhatsAppSettings>
type Problem = Extract<EndpointCheck, { ok: false }>

const number = z.looseObject({
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
})

const templatePage = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.coerce.string().optional(),
      name: z.string(),
      language: z.string(),
      category: z.string().catch(''),
      status: z.string(),
      components: z.array(z.unknown()).catch([]),
    }),
  ),
  paging: z
    .looseObject({
      cursors: z.looseObject({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional(),
})

/** Whether the token works for the number. */
export async function check({ settings }: Endpoint, env: ChannelEnv): Promise<EndpointCheck> {
  const query = { fields: 'display_phone_number,verified_name' }
  const call = { path: settings.phoneNumberId, query }
  const result = await callGraph(env, settings.accessToken, call)
  if (result.kind !== 'ok') return toProblem(result)
  const read = number.safeParse(result.body)
  return {
    ok: true,
    displayName: read.data?.verified_name,
    displayPhoneNumber: read.data?.display_phone_number,
  }
}

/** All templates of the account, page by page; the vendor's own `next` address is never called. */
export async function listTemplates(
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<{ ok: true; templates: VendorTemplate[] } | Problem> {
  const templates: VendorTemplate[] = []
  if (!settings.wabaId) return { ok: true, templates }
  let after: string | undefined
  for (let page = 0; page < TEMPLATE_PAGES_MAX; page += 1) {
    const query = { limit: TEMPLATES_PER_PAGE, ...(after && { after }) }
    const path = `${settings.wabaId}/message_templates`
    const result = await callGraph(env, settings.accessToken, { path, query })
    if (result.kind !== 'ok') return toProblem(result)
    const read = templatePage.safeParse(result.body)
    if (!read.success) return { ok: false, reason: 'answer', flagsEndpoint: false, retry: 'later' }
    templates.push(...read.data.data.map(toTemplate))
    after = read.data.paging?.next ? read.data.paging.cursors?.after : undefined
    if (!after) break
  }
  return { ok: true, templates }
}

/** The blue ticks, and "typing…" for at most 25 seconds. Nothing depends on it. */
export async function markRead(
  message: { providerId: string; to: ContactAddress; isTyping: boolean },
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<void> {
  await callGraph(env, settings.accessToken, {
    method: 'POST',
    path: `${settings.phoneNumberId}/messages`,
    json: {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: message.providerId,
      ...(message.isTyping && { typing_indicator: { type: 'text' } }),
    },
  })
}

function toTemplate(one: z.infer<typeof templatePage>['data'][number]): VendorTemplate {
  const { id, name, language, category, status, components } = one
  return { providerId: id ?? null, name, language, category, status, components }
}

function toProblem(result: Exclude<GraphResult, { kind: 'ok' }>): Problem {
  if (result.kind !== 'refused') {
    return { ok: false, reason: result.reason, flagsEndpoint: false, retry: 'later' }
  }
  const { reason, action } = result.failure
  const retry = action === 'never' ? 'never' : 'later'
  return { ok: false, reason, flagsEndpoint: action === 'credentials', retry }
}
