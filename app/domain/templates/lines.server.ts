import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** The connected lines whose vendor knows templates. */
export function listTemplateLines(db: TenantDb): { id: number; name: string }[] {
  return listEndpoints(db)
    .filter(({ channel, status }) => channelRules[channel].hasTemplates && status !== 'disabled')
    .map(({ id, name }) => ({ id, name }))
}
