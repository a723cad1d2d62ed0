import { expect, test } from '@playwright/test'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { PASSWORD, skipReason, startCluster } from '#tests/cluster/bench.ts'
import { bubble, openConversation, reply } from './inbox.ts'

// In a browser, through the edge, on two real nodes: what production has, and its worst day.

const SLUG = 'pwani-lodge'
const NUMBER = '900100200300422'
const JOURNEY_MAX_MS = 300_000

test.skip(skipReason !== undefined, `no cluster here: ${skipReason}`)

test('signed in at a replica, a message is seen at once; the primary dies, and work goes on', async ({
  page,
}) => {
  test.setTimeout(JOURNEY_MAX_MS)
  const whatsApp = await startWhatsAppFake({ appSecret: 'unused', numbers: [] })
  const bench = await startCluster(['node-a', 'node-b'], { WHATSAPP_GRAPH_URL: whatsApp.url })
  try {
    const origin = `http://${SLUG}.localhost:${bench.edge.port}`
    await bench.addCompany(SLUG)
    const secrets = { accessToken: 'token', appSecret: 'journey-secret' }
    const config = JSON.stringify({ phoneNumberId: NUMBER, ...secrets })
    const { webhookPath } = await bench.command('endpoint-add', [
      ...['--tenant', SLUG, '--channel', 'whatsapp-cloud', '--config', config],
    ])
    whatsApp.addNumber({
      ...{ phoneNumberId: NUMBER, displayPhoneNumber: '+254 700 000 022', wabaId: '55522' },
      ...{ ...secrets, webhookUrl: origin + webhookPath },
    })
    bench.edge.prefer('node-b')
    const write = (text: string) =>
      whatsApp.deliverInbound(NUMBER, { type: 'text', from: '254711000903', name: 'Zainab', text })

    await page.goto(`${origin}/login`)
    await page.getByLabel('E-mail').fill(`owner@${SLUG}.test`)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/\/conversations/)
    expect((await write('Is the lodge open in June?')).status).toBe(200)
    // The page hears of it from its own node, which heard from the primary.
    await openConversation(page, 'Zainab')
    await page.getByRole('button', { name: 'Take over' }).first().click()
    await reply(page, 'Yes, all of June.')
    await expect(bubble(page, 'Yes, all of June.')).toBeVisible()
    await page.reload()
    await expect(bubble(page, 'Yes, all of June.')).toBeVisible()
    expect(bench.edge.routes.filter(({ method }) => method === 'GET').at(-1)?.machines).toContain(
      'node-b',
    )

    bench.cluster.kill('node-a')
    await page.reload()
    await expect(bubble(page, 'Yes, all of June.')).toBeVisible()
    await bench.cluster.promote('node-b')
    await page.reload()
    await reply(page, 'And July as well.')
    await expect(bubble(page, 'And July as well.')).toBeVisible()
    expect((await write('Thank you!')).status).toBe(200)
    await expect(bubble(page, 'Thank you!')).toBeVisible()
    expect(whatsApp.sent(NUMBER, { to: '254711000903' }).length).toBeGreaterThan(0)
  } finally {
    await bench.close()
    await whatsApp.close()
  }
})
