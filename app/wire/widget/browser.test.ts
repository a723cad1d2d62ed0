import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { expect as expectPage } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { bundleWidget } from '#scripts/widget/bundle.ts'
import { openBrowser, startWebsite } from '#tests/browser.ts'
import type { Website } from '#tests/browser.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { chatRows, connectChat, until } from '#tests/web-chat.ts'
import type { ChatLine } from '#tests/web-chat.ts'

const SIZE_MAX_BYTES = 30 * 1024
const SECRET = 'shop-identity'
const PHONE = { width: 390, height: 780 }

let server: TestServer
let website: Website
let shop: ChatLine
let browser: Browser
let context: BrowserContext
let code: string

beforeAll(async () => {
  code = (await bundleWidget({ outDir: 'build/widget' })).code
  server = await startTestServer({ env: { LOG_LEVEL: 'info' } })
  website = await startWebsite(pageOf)
  const origin = website.url('127.0.0.1', '').replace(/\/$/, '')
  shop = connectChat(server, 'shop', { origin, secret: SECRET })
  browser = await openBrowser()
}, 60_000)
afterEach(() => context?.close())
afterAll(async () => {
  await browser?.close()
  website?.close()
  await server?.close()
})

const api = () => `http://app.localhost:${server.port}`

/** A website that allows our scripts and nothing inline; its query becomes the script's settings. */
function pageOf(path: string) {
  const query = new URL(path, 'http://x').searchParams
  const data = [...query].map(([name, value]) => `data-${name}="${value}"`).join(' ')
  const policy = ['script-src', 'connect-src', 'img-src']
    .map((name) => `${name} ${api()}`)
    .join('; ')
  return {
    html: `<!doctype html><html lang="en"><head><title>Shop</title><meta name="viewport" content="width=device-width"></head>
      <body><main><h1>Shop</h1><p>Welcome</p></main>
      <script src="${api()}/widget.js" data-key="${shop.key}" ${data}></script></body></html>`,
    headers: { 'content-security-policy': `default-src 'none'; ${policy}` },
  }
}

async function visit(
  path = '/',
  options: Parameters<Browser['newContext']>[0] = {},
  host = '127.0.0.1',
) {
  context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(website.url(host, path))
  return page
}

const launcher = (page: Page) => page.getByRole('button', { name: /^(Open chat|Fungua)/ })
const field = (page: Page) => page.getByRole('textbox', { name: /Your message|Ujumbe wako/ })
const log = (page: Page) => page.getByRole('log')
const bubble = (page: Page, text: string): Locator => log(page).locator('li', { hasText: text })

async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await field(page).press('Enter')
}

/** Opens the chat and writes; returns once the company has it. */
async function begin(page: Page, text: string): Promise<number> {
  await launcher(page).click()
  await write(page, text)
  const [row] = await until(
    () => messagesLike(text),
    (rows) => rows.length > 0,
  )
  return row?.conversation_id as number
}

type Row = { id: number; conversation_id: number; status: string; text: string }

const messagesLike = (text: string) =>
  chatRows<Row>(shop, 'select * from messages where text = ? order by id', text)

function answer(conversationId: number, text: string): number {
  const author = { kind: 'member', memberId: 1 } as const
  const queued = queueMessage(shop.company.db, { conversationId, author, text })
  if (!queued.ok) throw new Error(queued.reason)
  return queued.messageId
}

test('the script is small', () => {
  expect(gzipSync(code).length).toBeLessThan(SIZE_MAX_BYTES)
  expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/)
})

test('the script may be loaded by any website and is asked for again soon', async () => {
  const { status, headers } = await server.fetch({ host: 'hotel.example', path: '/widget.js' })
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
  })
  const again = { 'if-none-match': headers['etag'] as string }
  const second = await server.fetch({ host: 'x.example', path: '/widget.js', headers: again })
  expect(second.status).toBe(304)
})

test('a visitor writes, is answered live, and what was read is known', async () => {
  const page = await visit()
  const conversationId = await begin(page, 'Do you deliver to Kisumu?')
  await expectPage(bubble(page, 'Do you deliver to Kisumu?')).toHaveCount(1)
  const id = answer(conversationId, 'Yes, in two days. See https://example.com/delivery.')
  await expectPage(bubble(page, 'Yes, in two days')).toContainText('Owner')
  const link = log(page).getByRole('link', { name: 'https://example.com/delivery' })
  await expectPage(link).toHaveAttribute('rel', /noopener/)
  await until(
    () => chatRows<Row>(shop, 'select * from messages where id = ?', id)[0]?.status,
    (status) => status === 'read',
  )
})

test('while it is closed an answer is counted, and only delivered', async () => {
  const page = await visit()
  const conversationId = await begin(page, 'call me later')
  await page.keyboard.press('Escape')
  const id = answer(conversationId, 'We will')
  const waiting = page.getByRole('button', { name: 'Open chat with shop, new messages: 1' })
  await expectPage(waiting).toBeVisible()
  const status = () => chatRows<Row>(shop, 'select * from messages where id = ?', id)[0]?.status
  await until(status, (now) => now === 'delivered')
  await waiting.click()
  await until(status, (now) => now === 'read')
})

test('on a website that is not allowed there is no chat', async () => {
  const errors: string[] = []
  context = await browser.newContext()
  const page = await context.newPage()
  page.on('console', (message) => errors.push(message.text()))
  await page.goto(website.url('localhost'))
  await expect.poll(() => errors.join('\n')).toMatch(/this website may not show it/)
  await expectPage(page.locator('baraza-chat')).toHaveCount(0)
})

test('what anybody writes stays words', async () => {
  const page = await visit()
  const attack =
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> [a](javascript:window.hacked=1) ![i](https://evil.example/x.png) javascript:window.hacked=1 <a href="javascript:1">x</a>'
  const conversationId = await begin(page, attack)
  answer(conversationId, `answer ${attack}`)
  await expectPage(bubble(page, 'answer <img')).toBeVisible()
  await expectPage(log(page).locator('img, script, iframe')).toHaveCount(0)
  const addresses = await log(page)
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol))
  expect(addresses.every((protocol) => protocol === 'https:')).toBe(true)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('pressing send twice, fast, sends once', async () => {
  const page = await visit()
  await begin(page, 'hello')
  await field(page).fill('just one of these')
  await page.getByRole('button', { name: 'Send' }).dblclick()
  await write(page, 'and the last')
  await until(
    () => messagesLike('and the last'),
    (rows) => rows.length === 1,
  )
  expect(messagesLike('just one of these')).toHaveLength(1)
  await expectPage(bubble(page, 'just one of these')).toHaveCount(1)
})

test('a picture goes both ways to where it can be seen, a page is refused', async () => {
  const page = await visit()
  await begin(page, 'look at this')
  const chooser = page.locator('baraza-chat input[type=file]')
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const buffer = Buffer.from(png, 'base64')
  await chooser.setInputFiles({ name: 'sofa.png', mimeType: 'image/png', buffer })
  await write(page, 'this sofa')
  const picture = log(page).getByRole('img', { name: 'sofa.png' })
  await expectPage(picture).toBeVisible()
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(1)
  const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  await chooser.setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: bytes })
  await expectPage(page.getByRole('alert')).toContainText('x.svg')
  await chooser.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: bytes })
  await write(page, 'a drawing that lies')
  await expectPage(bubble(page, 'a drawing that lies')).toContainText('Not sent.')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expectPage(bubble(page, 'a drawing that lies')).toHaveCount(0)
})

test('a line that breaks is connected again, and nothing is missed', async () => {
  const page = await visit()
  const conversationId = await begin(page, 'are you still there?')
  await expectPage(bubble(page, 'are you still there?')).toHaveCount(1)
  await until(
    () => server.services.chatStreams.count(),
    (count) => count === 1,
  )
  server.services.chatStreams.closeAll()
  answer(conversationId, 'said while the line was down')
  await expectPage(bubble(page, 'said while the line was down')).toHaveCount(1)
  answer(conversationId, 'and after')
  await expectPage(bubble(page, 'and after')).toHaveCount(1)
})

test('without a connection words are kept, also over a reload, and sent once', async () => {
  const page = await visit()
  await begin(page, 'before the tunnel')
  await context.setOffline(true)
  await write(page, 'in the tunnel')
  await expectPage(bubble(page, 'in the tunnel')).toContainText(/Waits for a connection|Sending/)
  await expectPage(page.getByText('What you write is kept')).toBeVisible()
  await context.setOffline(false)
  await until(
    () => messagesLike('in the tunnel'),
    (rows) => rows.length === 1,
  )
  await page.route('**/messages', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await write(page, 'lost on the way')
  await page.unroute('**/messages')
  await page.reload()
  await until(
    () => messagesLike('lost on the way'),
    (rows) => rows.length === 1,
  )
  await expectPage(bubble(page, 'lost on the way')).toHaveCount(1)
  await expectPage(bubble(page, 'before the tunnel')).toHaveCount(1)
  expect(messagesLike('in the tunnel')).toHaveLength(1)
})

test('an answer that was lost does not make a second message', async () => {
  const page = await visit()
  await begin(page, 'first words')
  let lost = 0
  await page.route('**/messages', async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue()
    await route.fetch({ url: route.request().url().replace('app.localhost', '127.0.0.1') })
    await route.abort()
  })
  await write(page, 'twice on the wire')
  // The line tells what the lost answer would have: it stands in the conversation.
  await expectPage(log(page).locator('li.mine:not(.waiting):not(.sending)')).toHaveCount(2)
  await expectPage(bubble(page, 'twice on the wire')).toHaveCount(1)
  expect(lost).toBeGreaterThan(0)
  expect(messagesLike('twice on the wire')).toHaveLength(1)
})

test('a signed user is found on another device; logged out, nothing of it is left', async () => {
  const hash = createHmac('sha256', SECRET).update('u-7').digest('hex')
  const signed = `/?user=u-7&user-hash=${hash}&user-name=Zawadi`
  const page = await visit(signed)
  await begin(page, 'my order 1234')
  await expect
    .poll(() => chatRows<{ name: string }>(shop, "select name from contacts where name = 'Zawadi'"))
    .toHaveLength(1)
  await page.goto(website.url('127.0.0.1'))
  await expectPage(field(page)).toBeVisible()
  await write(page, 'who am I?')
  await until(
    () => messagesLike('who am I?'),
    (rows) => rows.length === 1,
  )
  await expectPage(bubble(page, 'my order 1234')).toHaveCount(0)
  await context.close()
  const other = await visit(signed)
  await launcher(other).click()
  await expectPage(bubble(other, 'my order 1234')).toHaveCount(1)
  await expectPage(bubble(other, 'who am I?')).toHaveCount(0)
})

test('by keyboard alone: open, write, close, and the focus comes back', async () => {
  const page = await visit()
  await expectPage(launcher(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expectPage(launcher(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expectPage(field(page)).toBeFocused()
  await page.keyboard.type('line one')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('line two')
  await page.keyboard.press('Enter')
  await until(
    () => messagesLike('line one\nline two'),
    (rows) => rows.length === 1,
  )
  await page.keyboard.press('Escape')
  await expectPage(page.getByRole('dialog')).toBeHidden()
  await expectPage(launcher(page)).toBeFocused()
})

test.each(['light', 'dark'] as const)('axe finds nothing in the %s chat', async (colorScheme) => {
  const page = await visit('/', { colorScheme, bypassCSP: true })
  const conversationId = await begin(page, `a question in ${colorScheme}`)
  answer(conversationId, 'an answer with https://example.com')
  await expectPage(bubble(page, 'an answer')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('baraza-chat').analyze()
  expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([])
})

test('in Swahili, on a phone, over the whole screen with the focus kept inside', async () => {
  const page = await visit('/?language=sw', { viewport: PHONE })
  await launcher(page).click()
  const dialog = page.getByRole('dialog', { name: 'Ongea na shop' })
  const box = await dialog.boundingBox()
  expect(box).toMatchObject({ x: 0, y: 0, ...PHONE })
  for (let n = 0; n < 8; n++) await page.keyboard.press('Tab')
  const inside = await page.evaluate(() => document.activeElement?.tagName)
  expect(inside).toBe('BARAZA-CHAT')
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(scrollWidth).toBeLessThanOrEqual(PHONE.width)
})

test('a company without a website has the chat as a page of its own', async () => {
  context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`http://shop.localhost:${server.port}/chat`)
  await expectPage(page).toHaveTitle('Chat with shop')
  await write(page, 'from your own page')
  await until(
    () => messagesLike('from your own page'),
    (rows) => rows.length === 1,
  )
  await expectPage(bubble(page, 'from your own page')).toHaveCount(1)
})
