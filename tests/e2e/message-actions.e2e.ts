import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { bubble, composer, openConversation, reply, row, thread } from './inbox.ts'
import { colleague, expect, signIn, test } from './product.ts'
import type { Product } from './product.ts'
import { SAVANNA, sentTo, writeAsCustomer } from './whatsapp.ts'

const BOT = '700000001:DEMO-savanna-hotel'
const HOTEL = 'savanna-hotel'
const OWNER = 'owner@savanna-hotel.example'
const SHOTS = process.env['SHOTS']

// Each journey is a whole errand, with a second person at a browser of their own.
test.setTimeout(120_000)

/** Pictures to look at, where somebody asked for them. */
async function shoot(page: Page, name: string) {
  if (!SHOTS) return
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.screenshot({ path: `${SHOTS}/${name}-${scheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

async function expectClean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
}

async function openMenu(page: Page, text: string) {
  const one = bubble(page, text)
  await one.hover()
  await one.locator('summary[aria-label^="What to do"]').click()
  return one
}

async function writeByTelegram(product: Product, id: number, text: string) {
  const from = { id, first_name: 'Tumaini' }
  const response = await fetch(`${product.telegram}/_control/bots/${BOT}/message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'text', from, text }),
  })
  expect(response.ok).toBe(true)
}

test.describe('on WhatsApp', () => {
  const zawadi = { from: '254711000931', name: 'Zawadi React' }

  test('a reaction goes out and back, an answer quotes, the quote leads there', async ({
    page,
    product,
  }) => {
    await writeAsCustomer(product, SAVANNA, { ...zawadi, text: 'Can I bring my cat?' })
    await signIn(page, product, HOTEL, OWNER)
    await openConversation(page, zawadi.name)
    await openMenu(page, 'bring my cat')
    await shoot(page, 'menu')
    await expectClean(page)
    await page.getByRole('button', { name: 'React with 👍' }).click()
    await expect(bubble(page, 'bring my cat').getByTitle('Take back 👍')).toBeVisible()
    const reactions = async () =>
      (await sentTo(product, SAVANNA, zawadi.from)).flatMap(({ type, body }) =>
        type === 'reaction' ? [(body['reaction'] as { emoji: string }).emoji] : [],
      )
    await expect.poll(reactions).toEqual(['👍'])

    await openMenu(page, 'bring my cat')
    await page.getByRole('button', { name: 'More emoji' }).click()
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('simba')
    await shoot(page, 'reaction-picker')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(reactions).toEqual(['👍', '🦁'])
    await page.getByRole('button', { name: /Take back 🦁/ }).click()
    await expect.poll(reactions).toEqual(['👍', '🦁', ''])

    await openMenu(page, 'bring my cat')
    await page.getByRole('link', { name: 'Reply to this' }).click()
    await expect(composer(page)).toBeFocused()
    await page.keyboard.type('Cats are welcome ')
    await page.locator('summary[aria-label="Emoji"]').click()
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('cat face')
    await shoot(page, 'composer-picker')
    await expectClean(page)
    await page.keyboard.press('Enter')
    await expect(composer(page)).toHaveValue(/Cats are welcome \S+$/)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    const sent = bubble(page, 'Cats are welcome')
    await expect(sent.locator('blockquote')).toContainText('Can I bring my cat?')
    await expect
      .poll(async () =>
        (await sentTo(product, SAVANNA, zawadi.from)).some(({ body }) => 'context' in body),
      )
      .toBe(true)
    await sent.locator('blockquote a').click()
    await expect(page).toHaveURL(/#message-\d+$/)
    await shoot(page, 'quoted')
  })
})

test('on Telegram words are changed and a message is deleted for both sides', async ({
  page,
  product,
}) => {
  await writeByTelegram(product, 7_770_001, 'Do you have two beds?')
  await signIn(page, product, HOTEL, OWNER)
  await openConversation(page, 'Tumaini')
  await reply(page, 'We have too beds')
  await expect(
    bubble(page, 'We have too beds')
      .getByText(/Sent|Delivered/)
      .first(),
  ).toBeAttached()
  await expect(page.locator('[data-shortcut=undo]')).toHaveCount(0)
  await openMenu(page, 'We have too beds')
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('We have two beds')
  await shoot(page, 'editing')
  await page.keyboard.press('Enter')
  const changed = bubble(page, 'We have two beds')
  await changed.getByText('Edited').click()
  await expect(changed).toContainText('We have too beds')
  await shoot(page, 'edited')
  await openMenu(page, 'We have two beds')
  await page.getByText('Delete for both sides…').filter({ visible: true }).click()
  await shoot(page, 'deleting')
  await page.getByRole('button', { name: 'Delete it' }).filter({ visible: true }).click()
  await expect(thread(page).getByText('Deleted by the sender')).toBeVisible()
  await expect(thread(page).getByText('deleted a message for both sides')).toBeVisible()
  await expect(thread(page)).not.toContainText('two beds.')
  await expectClean(page)
})

test('two who answer at once see each other, and the second is asked once', async ({
  page,
  product,
  browser,
}) => {
  const rehema = { from: '254711000932', name: 'Rehema Twice' }
  await writeAsCustomer(product, SAVANNA, { ...rehema, text: 'Can I bring my horse?' })
  await signIn(page, product, HOTEL, OWNER)
  await openConversation(page, rehema.name)
  const other = await colleague(browser, product, {
    ...{ company: HOTEL, email: 'manager@savanna-hotel.example' },
  })
  await expect(row(other, rehema.name)).toBeVisible()
  await openConversation(other, rehema.name)
  await expect(page.getByText(/is here too/)).toBeVisible()
  await expect(other.getByText(/is here too/)).toBeVisible()
  await composer(page).pressSequentially('Horses have')
  await composer(other).pressSequentially('We have')
  await composer(page).pressSequentially(' a stable')
  await expect(other.getByText(/is writing an answer here too/)).toBeVisible()
  await shoot(other, 'collision')
  await expectClean(other)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(bubble(page, 'Horses have a stable')).toBeVisible()
  await composer(other).pressSequentially(' no stable')
  await other.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(other.getByText(/answered .* ago\. Send yours anyway\?/)).toBeVisible()
  await shoot(other, 'answered')
  await other.getByRole('button', { name: 'Send anyway' }).click()
  await expect(bubble(page, 'We have no stable')).toBeVisible()
  await other.context().close()
  await expect(page.getByText(/is here too/)).toHaveCount(0)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('one quotes, reacts, and is asked before answering twice', async ({
    page,
    product,
    browser,
  }) => {
    const neema = { from: '254711000933', name: 'Neema Plain' }
    await writeAsCustomer(product, SAVANNA, { ...neema, text: 'Can I bring my parrot?' })
    await signIn(page, product, HOTEL, OWNER)
    await row(page, neema.name).click()
    await openMenu(page, 'bring my parrot')
    await page.getByRole('button', { name: 'React with 🙏' }).click()
    await expect(bubble(page, 'bring my parrot').getByTitle('Take back 🙏')).toBeVisible()
    await openMenu(page, 'bring my parrot')
    await page.getByRole('link', { name: 'Reply to this' }).click()
    await expect(page.getByText(`In reply to ${neema.name}`).first()).toBeVisible()

    const other = await colleague(browser, product, {
      ...{ company: HOTEL, email: 'manager@savanna-hotel.example' },
    })
    await row(other, neema.name).click()
    await reply(other, 'Parrots fly free')
    await expect(bubble(other, 'Parrots fly free')).toBeVisible()
    await reply(page, 'Only quiet ones')
    await expect(page.getByText(/answered .* ago\. Send yours anyway\?/)).toBeVisible()
    await expect(composer(page)).toHaveValue('Only quiet ones')
    await shoot(page, 'answered-plain')
    await page.getByRole('checkbox', { name: 'Yes, send mine as well' }).check()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(bubble(page, 'Only quiet ones').locator('blockquote')).toContainText('parrot')
    await other.context().close()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the menu, the picker and the quote have room', async ({ page, product }) => {
    const pili = { from: '254711000934', name: 'Pili Phone' }
    const text = 'Can I bring my whole family of eleven people on Saturday evening?'
    await writeAsCustomer(product, SAVANNA, { ...pili, text })
    await signIn(page, product, HOTEL, OWNER)
    await openConversation(page, pili.name)
    await openMenu(page, 'family of eleven')
    await shoot(page, 'phone-menu')
    await page.getByRole('button', { name: 'More emoji' }).click()
    await expect(page.getByRole('searchbox', { name: 'Search emoji' })).toBeVisible()
    await shoot(page, 'phone-picker')
    await page.keyboard.press('Escape')
    await openMenu(page, 'family of eleven')
    await page.getByRole('link', { name: 'Reply to this' }).click()
    await expect(page.getByText(`In reply to ${pili.name}`).first()).toBeVisible()
    await shoot(page, 'phone-quoting')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})
