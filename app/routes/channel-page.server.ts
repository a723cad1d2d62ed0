import { connect } from '#app/channels/connect.server.ts'
import { endpointAddress, findEndpoint } from '#app/domain/endpoints/connections.server.ts'
import type { Endpoint } from '#app/domain/endpoints/connections.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type ChannelAddress = {
  webhookUrl: string
  /** what WhatsApp asks for beside the address; only for who may change the channel */
  verifyToken: string | undefined
  /** code for a website, and the page that needs none */
  snippet: string | undefined
  chatUrl: string | undefined
}

/** @throws Response 404 */
export function getEndpointOf(db: TenantDb, id: string | undefined): Endpoint {
  const endpoint = findEndpoint(db, Number(id))
  if (!endpoint) throw new Response(null, { status: 404 })
  return endpoint
}

/** What has to be copied elsewhere so that this channel works. */
export function toChannelAddress(
  db: TenantDb,
  endpoint: Endpoint,
  { origin, mayWrite }: { origin: string; mayWrite: boolean },
): ChannelAddress {
  const isChat = endpoint.channel === 'web-chat'
  return {
    webhookUrl: endpointAddress(origin, endpoint),
    verifyToken: mayWrite ? findVerifyToken(db, endpoint) : undefined,
    snippet: isChat
      ? `<script src="${origin}/widget.js" data-key="${endpoint.key}" async></script>`
      : undefined,
    chatUrl: isChat ? `${origin}/chat` : undefined,
  }
}

/** No credential: Meta repeats it once, over the same wire on which it is pasted. */
function findVerifyToken(db: TenantDb, { id, channel }: Endpoint): string | undefined {
  if (channel !== 'whatsapp-cloud') return undefined
  const settings = connect(db, id)?.endpoint.settings as { verifyToken?: string } | undefined
  return settings?.verifyToken
}
