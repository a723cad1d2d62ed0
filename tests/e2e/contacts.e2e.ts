import { expect, signIn, test } from './product.ts'
import { SAVANNA, textsTo, writeAsCustomer } from './whatsapp.ts'
import type { Page } from '@playwright/test'

const owner = ['savanna-hotel', 'owner@savanna-hotel.example'] as const

/** A spreadsheet as people have them: semicolons, a column of one's own, and a row that is wrong. */
const file = {
  name: 'guests.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'Jina;Simu;City;Tags\r\nNeema Achieng;0744100100;Kisumu;VIP\r\nNeema A.;;;VIP\r\nBad row;12;;\r\n',
  ),
}

test('contacts are imported from a file, and what did not fit comes back', async ({
  page,
  product,
}) => {
  await signIn(page, product, ...owner)
  await page.goto(product.url('savanna-hotel', '/contacts'))
  await page.getByRole('main').getByText('More', { exact: true }).click()
  await page.getByRole('link', { name: 'Import' }).click()
  await page.getByLabel('File').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload and choose columns' }).click()
  // The columns are guessed from their names, in Swahili too.
  await expect(page.getByLabel('Jina')).toHaveValue('name')
  await expect(page.getByLabel('Simu')).toHaveValue('phone')
  await expect(page.getByText('Kisumu')).toBeVisible()
  await page.getByRole('button', { name: 'Start the import' }).click()
  await expect(page.getByText('The import is done.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download rejected rows' }).click()
  expect((await download).suggestedFilename()).toBe('rejected-rows.csv')
  await page.getByRole('link', { name: 'To the contacts' }).click()
  await expect(page.getByRole('link', { name: /Neema Achieng/ })).toBeVisible()

  // Two of them are one person: merged with the mouse, and taken apart again.
  await page.getByRole('link', { name: /Neema Achieng/ }).click()
  await page.getByRole('link', { name: 'Merge' }).click()
  await page.getByRole('searchbox').fill('Neema')
  const other = page.getByRole('listitem').filter({ hasText: 'Neema A.' })
  await other.getByRole('link', { name: 'Compare and merge' }).click()
  await page.getByRole('radio', { name: 'Neema A.' }).check()
  await page.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('The two contacts are one now')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Neema A.', level: 1 })).toBeVisible()
  await expect(page.getByText('+254744100100').first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo merge' }).click()
  await expect(page.getByText('The merge was undone.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Neema Achieng', level: 1 })).toBeVisible()
})

test('an import with the keyboard alone', async ({ page, product }) => {
  await signIn(page, product, ...owner)
  await page.goto(product.url('savanna-hotel', '/contacts/import'))
  const chooser = page.waitForEvent('filechooser')
  await page.getByLabel('File').focus()
  await page.keyboard.press('Enter')
  const rows = 'Name;Phone\r\nTatu Keyboard;0744500500\r\n'
  await (await chooser).setFiles({ ...file, buffer: Buffer.from(rows) })
  await tabTo(page, /^Upload and choose columns$/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Phone')).toHaveValue('phone')
  await tabTo(page, /^Start the import$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The import is done.')).toBeVisible()
  await tabTo(page, /^To the contacts$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /Tatu Keyboard/ })).toBeVisible()
})

test('a likely duplicate is merged with the keyboard alone', async ({ page, product }) => {
  await signIn(page, product, ...owner)
  for (const [name, phone] of [
    ['Otieno Brian', '+254744200200'],
    ['Brian Otieno', '+256744200200'],
  ] as const) {
    await page.goto(product.url('savanna-hotel', '/contacts/new'))
    await page.getByLabel('Name').focus()
    await page.keyboard.type(name)
    await page.keyboard.press('Tab')
    await page.keyboard.type(phone)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  }
  await page.goto(product.url('savanna-hotel', '/contacts/duplicates'))
  await expect(page.getByText('Very similar name and number')).toBeVisible()
  await tabTo(page, /^Compare and merge$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Merge two contacts' })).toBeVisible()
  await tabTo(page, /^radio (Otieno Brian|Brian Otieno)$/)
  await page.keyboard.press('ArrowRight')
  await tabTo(page, /^Merge$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The two contacts are one now')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Brian Otieno', level: 1 })).toBeVisible()
})

test('a customer who sends ACHA gets one confirmation, and everybody sees it', async ({
  page,
  product,
}) => {
  const zuri = { from: '254744300300', name: 'Zuri Njeri' }
  await writeAsCustomer(product, SAVANNA, { ...zuri, text: 'Acha!' })
  await expect.poll(() => textsTo(product, SAVANNA, zuri.from)).toHaveLength(1)
  expect((await textsTo(product, SAVANNA, zuri.from))[0]).toContain('Tuma ANZA')
  await signIn(page, product, ...owner)
  await page.goto(product.url('savanna-hotel', '/contacts?consent=opted_out'))
  await page.getByRole('link', { name: /Zuri Njeri/ }).click()
  await expect(page.getByText('Not wanted', { exact: true }).first()).toBeVisible()
  await page.getByRole('link', { name: 'WhatsApp', exact: true }).first().click()
  await expect(page.getByText('The customer wants no more automatic messages')).toBeVisible()
})

/** Presses Tab until what has the focus is called so: `Save`, `radio Yes`. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLInputElement)) return element?.textContent?.trim() ?? ''
      return `${element.type} ${element.labels?.[0]?.textContent?.trim() ?? ''}`
    })
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(name)}`)
}
