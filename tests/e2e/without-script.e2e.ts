import { bubble, composer, row } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, textsTo, writeAsCustomer } from './whatsapp.ts'

test.use({ javaScriptEnabled: false })

const salma = { from: '254711000801', name: 'Salma Nassir' }

test('without JavaScript one signs in, reads, replies, assigns and closes', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...salma, text: 'The swimming pool. Is it warm?' })
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await row(page, salma.name).click()
  await expect(bubble(page, 'Is it warm?')).toBeVisible()
  await composer(page).fill('Yes, and the towels are on us.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(bubble(page, 'the towels are on us')).toContainText('Wanjiru Kamau')
  await expect(composer(page)).toHaveValue('')
  await expect
    .poll(async () => (await textsTo(product, SAVANNA, salma.from)).join())
    .toContain('the towels are on us')

  await composer(page).fill('She asks about the pool every year.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByText('Note by Wanjiru Kamau, for colleagues only')).toBeVisible()

  await page.locator('[data-shortcut=assign] summary').click()
  await page.getByRole('button', { name: 'Brian Mutua' }).click()
  await expect(page.getByText('assigned it to Brian Mutua')).toBeVisible()

  await page.getByRole('link', { name: 'Close', exact: true }).click()
  await page.getByRole('radio', { name: 'Resolved' }).check()
  await page.getByRole('button', { name: 'Close conversation' }).click()
  await expect(row(page, salma.name)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('reopened the conversation')).toBeVisible()
})
