import { createEndpoint } from '#app/domain/endpoints/connections.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { demoTelegram, demoWhatsApp } from './story.ts'
import type { DemoCompany } from './story.ts'

/**
 * Connects a demo company's WhatsApp number, Telegram bot and web chat (the page /chat).
 *
 * @returns the number's endpoint id
 */
export function addDemoEndpoints(
  runtime: Runtime,
  db: TenantDb,
  tenantId: string,
  demo: DemoCompany,
): number {
  const { accessToken, appSecret, verifyToken, ...number } = demoWhatsApp(demo)
  const whatsApp = createEndpoint(db, {
    ...{ channel: 'whatsapp-cloud', name: number.displayPhoneNumber, config: number },
    ...{ externalId: number.phoneNumberId, secrets: { accessToken, appSecret, verifyToken } },
  })
  const { botToken, secretToken, username } = demoTelegram(demo)
  const telegram = createEndpoint(db, {
    ...{ channel: 'telegram', name: `@${username}`, externalId: demo.telegramBot.id },
    ...{ config: { username }, secrets: { botToken, secretToken } },
  })
  const webChat = createEndpoint(db, {
    ...{ channel: 'web-chat', name: 'Web chat', externalId: null },
    ...{ config: { allowedOrigins: [] }, secrets: {} },
  })
  for (const { key, channel, externalId, id } of [whatsApp, telegram, webChat]) {
    const address = { key, tenantId, channel, endpointId: id, externalId }
    runtime.endpoints.register({ ...address, hasOwnSecret: true })
  }
  return whatsApp.id
}
