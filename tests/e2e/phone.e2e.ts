import type { Page } from '@playwright/test'
import { bubble, markDocument, openConversation, reply, row, thread } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, textsTo, writeAsCustomer } from './whatsapp.ts'

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

const joyce = { from: '254711000701', name: 'Joyce Wambui' }
const witness = { from: '254711000702', name: 'Evans Wekesa' }
const wifi = 'Do you have Wi-Fi?'

test('the inbox on a phone: a message comes in, is answered, taken over and given back', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  const isSame = await markDocument(page)
  const bar = page.getByRole('navigation', { name: 'Main menu' }).locator('visible=true')
  await writeAsCustomer(product, SAVANNA, { ...joyce, text: 'How much is the family suite?' })
  await expect(row(page, joyce.name)).toBeVisible()
  await expectToFit(page)
  await openConversation(page, joyce.name)
  await expect(bubble(page, 'KES 22,000')).toContainText('Assistant')
  await expect(row(page, joyce.name)).toBeHidden()
  await expectToFit(page)

  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByText('Wanjiru Kamau answers').first()).toBeVisible()
  await reply(page, 'Hello Joyce, how many of you are coming?')
  await expect(bubble(page, 'how many of you').getByText(/^(Delivered|Read)$/)).toBeAttached()
  const before = await textsTo(product, SAVANNA, joyce.from)
  expect(before.at(-1)).toContain('how many of you')
  await writeAsCustomer(product, SAVANNA, { ...joyce, text: wifi })
  await expect(bubble(page, wifi)).toBeVisible()
  await writeAsCustomer(product, SAVANNA, { ...witness, text: wifi })
  await expect.poll(() => textsTo(product, SAVANNA, witness.from)).toHaveLength(1)
  expect(await textsTo(product, SAVANNA, joyce.from)).toEqual(before)

  await reply(page, 'Yes Joyce, in every room.')
  await page.getByRole('button', { name: 'Give back' }).click()
  await expect(page.getByText('gave it back to the assistant')).toBeVisible()
  await writeAsCustomer(product, SAVANNA, { ...joyce, text: 'Is breakfast included?' })
  await expect(bubble(page, 'breakfast buffet')).toContainText('Assistant')

  await page.getByRole('link', { name: 'About this person' }).click()
  await expect(page.getByText('Reached by')).toBeVisible()
  await expect(thread(page)).toBeHidden()
  await page.getByRole('link', { name: 'Back to the messages' }).first().click()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(row(page, joyce.name)).toContainText('breakfast buffet')
  await bar.getByRole('link', { name: 'Contacts' }).click()
  await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible()
  await expectToFit(page)
  await bar.getByText('More').click()
  await bar.getByRole('link', { name: 'Members' }).click()
  await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible()
  await bar.getByRole('link', { name: 'Inbox' }).click()
  await expect(row(page, joyce.name)).toBeVisible()
  expect(await isSame()).toBe(true)
})

/** Nothing sticks out at the side, and what one presses is in reach. */
async function expectToFit(page: Page) {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(beyond).toBe(0)
  await expect(page.getByRole('link', { name: 'Inbox' }).locator('visible=true')).toBeInViewport()
}
