import type { Page } from '@playwright/test'
import { bubble, composer, openConversation, reply, thread } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, sentTo, writeAsCustomer } from './whatsapp.ts'

test.use({
  launchOptions: {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream'],
      '--use-fake-ui-for-media-stream',
    ],
  },
})

const painter = { from: '254711003201', name: 'Wairimu Paste' }
const speaker = { from: '254711003202', name: 'Barasa Voice' }
const reader = { from: '254711003203', name: 'Zainab Link' }
const writer = { from: '254711003204', name: 'Juma Kiswahili' }
const shy = { from: '254711000935', name: 'Njeri Silent' }

test.beforeEach(async ({ page, product }) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
})

test('files pasted and dropped, seen before they go, taken out, and sent', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...painter, text: 'Do you have a picture?' })
  await openConversation(page, painter.name)
  await give(page, 'paste', ['lobby.png'])
  const chips = page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')
  await expect(chips).toHaveCount(1)
  await expect(chips.locator('img')).toBeVisible()
  await give(page, 'drop', ['pool.png', 'menu.png'])
  await expect(chips).toHaveCount(3)
  await page.getByRole('button', { name: 'Remove menu.png' }).click()
  await expect(chips).toHaveCount(2)
  await expect(chips.getByRole('progressbar')).toHaveCount(0)
  await reply(page, 'Here they are')
  await expect(chips).toHaveCount(0)
  await expect(bubble(page, 'Here they are').locator('img')).toBeVisible()
  await expect(async () => {
    const sent = await sentTo(product, SAVANNA, painter.from)
    expect(sent.filter(({ type }) => type === 'image')).toHaveLength(2)
  }).toPass()
})

test('what does not get through says why, can be tried again, and the words stay', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...painter, text: 'And the garden?' })
  await openConversation(page, painter.name)
  await page.route('**/uploads', (route) => route.abort())
  await composer(page).fill('The garden')
  await give(page, 'paste', ['garden.png'])
  await expect(page.getByText(/Not uploaded/)).toBeVisible()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Send works once the files are uploaded.')).toBeVisible()
  await expect(composer(page)).toHaveValue('The garden')
  await page.unroute('**/uploads')
  await page.getByRole('button', { name: 'Upload garden.png again' }).click()
  await expect(page.getByText(/Not uploaded/)).toHaveCount(0)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(bubble(page, 'The garden').locator('img')).toBeVisible()
})

test('a file that is too large for the channel is told before it is sent', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...painter, text: 'The film?' })
  await openConversation(page, painter.name)
  const big = { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(31 * 1024 * 1024) }
  await page.getByLabel('Add files').setInputFiles(big)
  await expect(page.getByText('WhatsApp takes files up to 30')).toBeVisible()
  const odd = { name: 'plan.webp', mimeType: 'image/webp', buffer: Buffer.from('not a picture') }
  await page.getByLabel('Add files').setInputFiles(odd)
  await expect(page.getByText('Goes as a document')).toBeVisible()
})

test('a voice message: recorded, paused, heard, sent as WhatsApp shows voices, and played', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...speaker, text: 'Please call me' })
  await openConversation(page, speaker.name)
  await page.getByRole('button', { name: 'Record a voice message' }).click()
  await expect(page.getByText('Recording', { exact: true })).toBeVisible()
  await page.waitForTimeout(1_200)
  await page.getByRole('button', { name: 'Pause recording' }).click()
  await expect(page.getByText('Recording paused')).toBeVisible()
  await page.getByRole('button', { name: 'Go on recording' }).click()
  await page.waitForTimeout(600)
  await page.getByRole('button', { name: 'Stop and listen' }).click()
  const own = page.getByLabel(/^Voice message, 0:0/)
  await expect(own).toBeVisible()
  await expect(page.locator('input[name=uploadId]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const player = thread(page).getByRole('group', { name: /^Voice message from/ })
  await expect(player).toBeVisible()
  await expect(player.getByRole('slider')).toHaveAttribute('aria-valuetext', /0:00 of 0:0[12]/)
  await player.getByRole('button', { name: 'Speed 1×' }).click()
  await expect(player.getByRole('button', { name: 'Speed 1.5×' })).toBeVisible()
  await player.getByRole('button', { name: 'Play' }).press('Enter')
  await expect(player.getByRole('button', { name: /Pause|Play/ })).toBeVisible()
  await expect(async () => {
    const sent = await sentTo(product, SAVANNA, speaker.from)
    expect(sent.at(-1)).toMatchObject({ type: 'audio', body: { audio: { voice: true } } })
  }).toPass()
})

test('a microphone that is refused is explained; a recording can be thrown away', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...shy, text: 'Hello' })
  await openConversation(page, shy.name)
  const record = page.getByRole('button', { name: 'Record a voice message' })
  await record.click()
  await expect(page.getByText('Recording', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Discard recording' }).click()
  await expect(page.getByText('Recording', { exact: true })).toHaveCount(0)
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await record.click()
  await expect(page.getByText('The browser may not use the microphone')).toBeVisible()
})

test('the preview of a link appears beneath its message, from our own server', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...reader, text: 'Hello' })
  await openConversation(page, reader.name)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const text = `Is it near this? ${product.web}/lamu-festival`
  await writeAsCustomer(product, SAVANNA, { ...reader, text })
  const card = thread(page).locator('[data-link-preview]')
  await expect(card).toContainText('Lamu Cultural Festival: three days of dhow races')
  await expect(card).toContainText('Coast Guide')
  await expect(card.locator('img')).toHaveAttribute('src', /^\/files\/\d+$/)
  await expect(card.locator('img')).toHaveJSProperty('complete', true)
  expect(asked.filter((url) => url.startsWith(product.web))).toEqual([])
})

test('a message is translated beneath its words, and the answer into theirs', async ({
  page,
  product,
}) => {
  const text = 'Habari, chumba kipo wikendi hii?'
  await writeAsCustomer(product, SAVANNA, { ...writer, text })
  await openConversation(page, writer.name)
  await bubble(page, text).first().hover()
  await thread(page).locator('summary[aria-label*="Juma Kiswahili"]').first().click()
  await page.getByRole('button', { name: 'Translate', exact: true }).click()
  const shown = thread(page).locator('[data-translation]').first()
  await expect(shown).toContainText('Hello, is there a room this weekend?')
  await expect(shown).toContainText('Translated from Swahili')
  await composer(page).fill('Yes, there is one room.')
  await page.getByRole('button', { name: 'Translate into Swahili' }).click()
  await expect(composer(page)).toHaveValue('Ndiyo, kipo chumba kimoja.')
  await expect(page.getByText('Read it before you send.')).toBeVisible()
  await page.getByRole('button', { name: 'Back to my words' }).click()
  await expect(composer(page)).toHaveValue('Yes, there is one room.')
})

/** Small pictures, as a browser hands them over on a paste or a drop. */
async function give(page: Page, how: 'paste' | 'drop', names: string[]): Promise<void> {
  await page.evaluate(
    async ({ how, names }) => {
      const canvas = new OffscreenCanvas(160, 120)
      const paint = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      paint.fillStyle = '#0f766e'
      paint.fillRect(0, 0, 160, 120)
      const bytes = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()
      const data = new DataTransfer()
      for (const name of names) data.items.add(new File([bytes], name, { type: 'image/png' }))
      const field = document.querySelector('textarea[data-composer]') as HTMLElement
      const init = { bubbles: true, cancelable: true }
      if (how === 'paste')
        return field.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }))
      const area = document.querySelector('[data-timeline]') as HTMLElement
      for (const type of ['dragenter', 'dragover', 'drop'])
        area.dispatchEvent(new DragEvent(type, { ...init, dataTransfer: data }))
    },
    { how, names },
  )
}
