import { createEndpointDirectory } from '#app/platform/endpoints/directory.server.ts'
import { closePlatform, openPlatform } from '#app/platform/db.server.ts'
import type { EnvWithSecrets } from '#app/server/env.server.ts'
import { pathsOf } from '#app/server/runtime.server.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import { startMpesaFake } from '#tests/fakes/mpesa/server.ts'
import { startPushFake } from '#tests/fakes/push/server.ts'
import { startStripeFake } from '#tests/fakes/stripe/server.ts'
import { startSiteFake } from '#tests/fakes/site/server.ts'
import { startTelegramFake } from '#tests/fakes/telegram/start.ts'
import { startWebFake } from '#tests/fakes/web/server.ts'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { demoSlugs, demoTelegram, demoWhatsApp, readDemoCompany, readStories } from './story.ts'

export type Fakes = Awaited<ReturnType<typeof startFakes>>

/**
 * Starts the vendors' stand-ins on free local ports. `environment` points the product at them;
 * what is already set by hand stays. `connect` introduces the demo companies' numbers and bots.
 */
export async function startFakes() {
  const whatsApp = await startWhatsAppFake({
    ...{ appSecret: 'demo-app-secret', numbers: [] },
    // Customers of the simulator write to the product itself, so the stand-in never heard of them.
    settings: { window: 'off', readMarks: 'any', reviewMs: 4_000 },
  })
  const telegram = await startTelegramFake({ bots: [], allowInsecureWebhooks: true })
  const anthropic = await startAnthropicFake({ latencyMs: 600 })
  const push = await startPushFake()
  const web = await startWebFake()
  const site = await startSiteFake()
  // A customer needs a moment to find the phone, so that the waiting page is seen.
  const mpesa = await startMpesaFake({ answersAfterMs: 3_000 })
  const stripe = await startStripeFake()
  const environment = {
    WHATSAPP_GRAPH_URL: whatsApp.url,
    TELEGRAM_API_URL: telegram.url,
    ANTHROPIC_BASE_URL: anthropic.url,
    ANTHROPIC_API_KEY: 'demo-key',
    PUSH_SERVICE_URLS: push.url,
    FETCH_TRUSTED_ORIGINS: [web.url, site.url].join(','),
    ...{
      MPESA_URL: mpesa.url,
      MPESA_CONSUMER_KEY: 'demo-key',
      MPESA_CONSUMER_SECRET: 'demo-secret',
    },
    ...{ STRIPE_URL: stripe.url, STRIPE_SECRET_KEY: stripe.secretKey },
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    ...{ MPESA_SHORT_CODE: '174379', MPESA_PASSKEY: 'demo-passkey' },
  }

  function connect(env: EnvWithSecrets, port: number): void {
    mpesa.reachAt(port)
    stripe.tellTo(`http://app.localhost:${port}/webhooks/stripe`)
    const platform = openPlatform({
      path: pathsOf(env.DATA_DIR).platformPath,
      migrationsDir: pathsOf(env.DATA_DIR).platformMigrationsDir,
    })
    const directory = createEndpointDirectory(platform)
    for (const slug of demoSlugs) {
      const company = readDemoCompany(slug)
      const urlOf = (channel: string, externalId: string) => {
        const address = directory.findByExternalId(channel, externalId)
        return address && `http://${slug}.localhost:${port}/webhooks/${channel}/${address.key}`
      }
      const number = demoWhatsApp(company)
      const numberUrl = urlOf('whatsapp-cloud', number.phoneNumberId)
      if (numberUrl) {
        whatsApp.addNumber({ ...number, webhookUrl: numberUrl })
        // The stand-in forgets at every start; the stories' customers have written lately.
        for (const { contact } of readStories(slug)) {
          whatsApp.openWindow(number.phoneNumberId, contact.phone.slice(1))
        }
      }
      const bot = demoTelegram(company)
      const webhookUrl = urlOf('telegram', company.telegramBot.id)
      const { username, secretToken } = bot
      if (webhookUrl)
        telegram.addBot({
          ...{ token: bot.botToken, username, secretToken, webhookUrl },
          takesStrangers: true,
        })
    }
    closePlatform(platform)
  }

  async function close(): Promise<void> {
    const all = [whatsApp, telegram, anthropic, push, web, site, mpesa, stripe]
    await Promise.all(all.map((fake) => fake.close()))
  }

  return {
    environment,
    connect,
    close,
    urls: {
      ...{ whatsApp: whatsApp.url, telegram: telegram.url, anthropic: anthropic.url },
      ...{ push: push.url, web: web.url, site: site.url, mpesa: mpesa.url, stripe: stripe.url },
    },
  }
}
