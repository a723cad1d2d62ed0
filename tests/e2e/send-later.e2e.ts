import type { Page } from '@playwright/test'
import { bubble, composer, openConversation, reply, row } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, textsTo, writeAsCustomer } from './whatsapp.ts'

const amani = { from: '254711002101', name: 'Amani Later' }
const baraka = { from: '254711002102', name: 'Baraka Keys' }
const chiku = { from: '254711002103', name: 'Chiku Undo' }

const scheduled = (page: Page) => page.getByRole('region', { name: 'Scheduled messages' })

test('a message for later is listed, changed, sent, and gone when the customer writes first', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...amani, text: 'Do you have a swimming pool?' })
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await openConversation(page, amani.name)
  await page.getByRole('button', { name: 'Take over' }).click()

  await composer(page).fill('Shall I book the room?')
  await page.getByLabel('Send later').click()
  await page.getByRole('button', { name: 'Tomorrow morning' }).click()
  await expect(scheduled(page)).toContainText('Shall I book the room?')
  await expect(composer(page)).toHaveValue('')

  await scheduled(page).getByText('Edit', { exact: true }).click()
  await scheduled(page).getByLabel('Message').fill('Shall I book the garden room?')
  await scheduled(page).getByRole('button', { name: 'Save' }).click()
  await expect(scheduled(page)).toContainText('garden room')
  await scheduled(page).getByRole('button', { name: 'Send now' }).click()
  await expect(bubble(page, 'Shall I book the garden room?')).toBeVisible()
  await expect(scheduled(page)).toHaveCount(0)
  await expect
    .poll(async () => (await textsTo(product, SAVANNA, amani.from)).at(-1))
    .toBe('Shall I book the garden room?')

  await composer(page).fill('Are you still there?')
  await page.getByLabel('Send later').click()
  await page.getByLabel('In words').fill('in 2 hours')
  await page.getByLabel('Do not send it if they write first').check()
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(scheduled(page)).toContainText('not if they write first')
  await writeAsCustomer(product, SAVANNA, { ...amani, text: 'Yes, please book it' })
  await expect(scheduled(page)).toHaveCount(0)
  await expect(page.getByText('The customer wrote first')).toBeVisible()
})

test('the same without a mouse', async ({ page, product }) => {
  await writeAsCustomer(product, SAVANNA, { ...baraka, text: 'Can I bring my pet?' })
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await openConversation(page, baraka.name)
  const keys = page.keyboard
  await keys.press('r')
  await expect(composer(page)).toBeFocused()
  await keys.type('A small dog is welcome.')
  await page.getByLabel('Send later').focus()
  await keys.press('Enter')
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(scheduled(page)).toContainText('A small dog is welcome.')
  await scheduled(page).getByRole('button', { name: 'Cancel' }).focus()
  await keys.press('Enter')
  await expect(scheduled(page)).toHaveCount(0)
  await expect(row(page, baraka.name)).not.toContainText('A small dog')
})

test('a message sent too early is taken back, and what is typed survives a reload', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...chiku, text: 'Is breakfast included?' })
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await openConversation(page, chiku.name)
  await expect.poll(() => textsTo(product, SAVANNA, chiku.from)).toHaveLength(1)
  await page.getByRole('button', { name: 'Take over' }).click()
  await reply(page, 'No, it is nto')
  await bubble(page, 'No, it is nto').getByRole('button', { name: 'Undo' }).click()
  await expect(composer(page)).toHaveValue('No, it is nto')
  await expect(bubble(page, 'No, it is nto')).toHaveCount(0)
  const saved = page.waitForResponse((response) => {
    const body = response.request().postData() ?? ''
    return response.url().endsWith('/drafts') && body.includes('not')
  })
  await composer(page).fill('No, it is not')
  await saved
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(composer(page)).toHaveValue('No, it is not')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect
    .poll(async () => (await textsTo(product, SAVANNA, chiku.from)).slice(1))
    .toEqual(['No, it is not'])
})
