import { z } from 'zod'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { CHANNEL_KINDS } from '#app/domain/endpoints/channel-kinds.ts'
import { channelEnvOf } from '#app/server/channel-env.server.ts'
import { createEndpoints } from '#app/server/endpoints.server.ts'
import type { EndpointRefusal } from '#app/server/endpoints.server.ts'
import { Refusal, runCommand } from './command/command.ts'
import { operator } from './command/operator.ts'
import { inTenant, portalUrl } from './command/tenant.ts'

await runCommand(
  {
    tenant: z.string(),
    channel: z.enum(CHANNEL_KINDS),
    config: z.string(),
    name: z.string().optional(),
  },
  (runtime, options) =>
    inTenant(runtime, options.tenant, (db) => {
      const settings = readConfig(options.config)
      const endpoints = createEndpoints(runtime, channelEnvOf(runtime.env))
      const added = endpoints.add(db, { channel: options.channel, settings, name: options.name })
      if (!added.ok) throw new Refusal(added.reason, describe(added))
      const { id, name } = added.endpoint
      const { channel } = options
      const about = { action: 'endpoint.added', subjectKind: 'endpoint', subjectId: id }
      recordAudit(db, operator, { ...about, details: { channel, name } })
      const webhookPath = `/webhooks/${options.channel}/${added.endpoint.key}`
      const webhookUrl = portalUrl(runtime, options.tenant) + webhookPath
      return { endpointKey: added.endpoint.key, webhookUrl, webhookPath }
    }),
)

function readConfig(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid_settings', 'The config is no JSON')
  }
}

function describe(refusal: EndpointRefusal): string {
  if (refusal.reason !== 'invalid_settings') {
    return refusal.reason === 'number_taken'
      ? 'Another endpoint has this number or bot already'
      : 'The endpoint could not be added'
  }
  return refusal.issues.map(({ field, message }) => `${field}: ${message}`).join('; ')
}
