import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { advance } from '#app/platform/billing/advance.server.ts'
import { listOpenInvoices } from '#app/platform/billing/invoices.server.ts'
import { askByMpesa } from '#app/platform/billing/mpesa/push.server.ts'
import { toCallbackToken } from '#app/platform/billing/mpesa/token.server.ts'
import { startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { platformUsers } from '#app/platform/schema.server.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { startMpesaFake } from '#tests/fakes/mpesa/server.ts'
import { startStripeFake } from '#tests/fakes/stripe/server.ts'
import { startTelegramFake } from '#tests/fakes/telegram/start.ts'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { fillWorld } from '#tests/visibility/world.ts'
import { groups, lastGroup, rivalGroups } from '#tests/visibility/groups.ts'

const DAY = 86_400_000
const APP_SECRET = 'meta_app_secret_0123456789abcdef'

export type FuzzWorld = Awaited<ReturnType<typeof startFuzzWorld>>

/**
 * The whole product with every vendor's stand-in and two companies full of rows. The rival has
 * nothing to do with what is sent: whatever changes in its file is a finding.
 */
export async function startFuzzWorld({ jobs }: { jobs: boolean }) {
  const vendors = await startVendors()
  const server = await startTestServer({ pages: true, jobs, env: vendors.env })
  const own = server.addCompany('own-company')
  const rival = server.addCompany('rival-company')
  const ids = fillWorld(own.db, [...groups, lastGroup])
  fillWorld(rival.db, rivalGroups)
  const endpoint = (channel: string, settings: object) => {
    const made = server.services.endpoints.add(own.db, { channel, settings })
    if (!made.ok) throw new Error(made.reason)
    return made.endpoint
  }
  const whatsApp = endpoint('whatsapp-cloud', {
    ...{ phoneNumberId: '106540352242922', displayPhoneNumber: '15550783881', wabaId: '1' },
    ...{ accessToken: 'token', verifyToken: 'verify', appSecret: 'own-secret' },
  })
  const shared = endpoint('whatsapp-cloud', {
    ...{ phoneNumberId: '106540352242999', displayPhoneNumber: '15550783899', wabaId: '2' },
    ...{ accessToken: 'token', verifyToken: 'verify' },
  })
  const telegram = endpoint('telegram', { botToken: '222:Token', secretToken: 'telegram_secret' })
  const chat = endpoint('web-chat', { allowedOrigins: ['https://shop.example'] })
  return {
    ...{ server, own, rival, ids, whatsApp, shared, telegram, chat },
    ...{ appSecret: APP_SECRET, stripe: vendors.stripe },
    mpesaToken: askForMoney(server, own),
    userCookie: signInUser(server),
    newApiKey: () => createApiKey(own.db, 'Fuzz').key,
    close: async () => {
      await vendors.close()
      await server.close()
    },
  }
}

async function startVendors() {
  const whatsApp = await startWhatsAppFake({
    appSecret: APP_SECRET,
    numbers: [],
    statuses: 'manual',
  })
  const telegram = await startTelegramFake({
    ...{ bots: [], allowInsecureWebhooks: true, timeScale: 0.01 },
  })
  const stripe = await startStripeFake()
  const mpesa = await startMpesaFake({ answersAfterMs: 5 })
  const env = {
    ...{ WHATSAPP_GRAPH_URL: whatsApp.url, WHATSAPP_APP_SECRET: APP_SECRET },
    ...{ WHATSAPP_VERIFY_TOKEN: 'operator-token', TELEGRAM_API_URL: telegram.url },
    ...{ STRIPE_URL: stripe.url, STRIPE_SECRET_KEY: stripe.secretKey },
    ...{ STRIPE_WEBHOOK_SECRET: stripe.webhookSecret, MPESA_URL: mpesa.url },
    ...{ MPESA_SHORT_CODE: '174379', MPESA_PASSKEY: 'demo-passkey' },
    ...{ MPESA_CONSUMER_KEY: 'demo-key', MPESA_CONSUMER_SECRET: 'demo-secret' },
    // Every call may come from an address of its own, or limits would answer instead.
    ...{ TRUST_PROXY: 'true', LOG_LEVEL: 'error' },
  }
  const close = async () => {
    for (const vendor of [whatsApp, telegram, stripe, mpesa]) await vendor.close()
  }
  return { env, stripe, close }
}

/** A payment that is waited for. @returns the word its callback's address ends in */
function askForMoney({ runtime }: TestServer, { entry }: TestCompany): string {
  const { platform } = runtime
  const at = Date.now()
  const options = { tenantId: entry.id, planId: 'starter', currency: 'KES' }
  startTrial(platform, { ...options, timeZone: 'Africa/Nairobi', at: at - 15 * DAY })
  advance(platform, entry.id, at)
  const invoiceId = listOpenInvoices(platform, entry.id)[0]?.id as number
  const asked = askByMpesa(platform, { tenantId: entry.id, invoiceId, phone: '254700100150', at })
  if (!asked.ok) throw new Error(asked.reason)
  return toCallbackToken(runtime.env.SESSION_SECRET, asked.paymentId)
}

function signInUser({ runtime }: TestServer): string {
  const now = Date.now()
  const owner = { email: 'o@p.test', name: 'O', role: 'owner' as const }
  const row = { ...owner, createdAt: now, updatedAt: now }
  const { id } = runtime.platform.insert(platformUsers).values(row).returning().get()
  const token = createPlatformSession(runtime.platform, id, { ip: null, userAgent: null })
  return `baraza_platform=${token}`
}
