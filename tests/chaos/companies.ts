import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { createSession } from '#app/domain/members/sessions.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { channelEnvOf } from '#app/server/channel-env.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { createEndpoints } from '#app/server/endpoints.server.ts'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import type { WhatsAppFake } from '#tests/fakes/whatsapp/start.ts'

export type Company = {
  slug: string
  tenantId: string
  /** where its file is */
  path: string
  phoneNumberId: string
  /** of its owner, signed in */
  cookie: string
}

/** What customers ask, and what stands in every answer to it. */
export const QUESTION = 'How much is the deluxe room?'

/** Companies with a number each, before the server starts. `port` is where vendors reach them. */
export function makeCompanies(
  environment: Record<string, string>,
  vendor: WhatsAppFake,
  order: { slugs: string[]; port: number },
): Company[] {
  const runtime = createRuntime(requireSecrets(readEnv(environment)), createLog('silent'))
  try {
    return order.slugs.map((slug, at) => {
      const phoneNumberId = String(900_100_200_310_000 + at)
      const company = make(runtime, slug, phoneNumberId)
      vendor.addNumber({
        ...{ phoneNumberId, displayPhoneNumber: `+254 700 31${String(at).padStart(4, '0')}` },
        ...{ wabaId: `5570${at}`, accessToken: 'token', appSecret: `secret-of-${slug}` },
        webhookUrl: `http://${slug}.localhost:${order.port}${company.webhookPath}`,
      })
      return company
    })
  } finally {
    runtime.tenancy.closeAll()
    closePlatform(runtime.platform)
  }
}

function make(runtime: Runtime, slug: string, phoneNumberId: string) {
  const owner = { email: `owner@${slug}.test`, name: 'Owner', passwordHash: 'none' }
  const made = createCompany(runtime, {
    ...{ slug, name: slug, industry: 'hotel', owner, isVerified: true },
  })
  if (!made.ok) throw new Error(made.reason)
  const db = runtime.tenancy.acquire({ id: made.tenantId, dataKey: made.dataKey })
  const room = { sku: 'DLX', name: 'Deluxe room', description: 'Per night', currency: 'KES' }
  upsertProducts(db, [{ ...room, priceMinor: 1_450_000, stock: 4 }])
  const settings = { phoneNumberId, accessToken: 'token', appSecret: `secret-of-${slug}` }
  const added = createEndpoints(runtime, channelEnvOf(runtime.env)).add(db, {
    ...{ channel: 'whatsapp-cloud', settings },
  })
  if (!added.ok) throw new Error(added.reason)
  const token = createSession(db, 1, { ip: null, userAgent: 'chaos' })
  return {
    ...{ slug, tenantId: made.tenantId, path: runtime.tenancy.pathOf(made.tenantId) },
    ...{ phoneNumberId, cookie: `baraza_member=${token}` },
    webhookPath: `/webhooks/whatsapp-cloud/${added.endpoint.key}`,
  }
}
