import { openConversation, thread } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, writeAsCustomer } from './whatsapp.ts'

test('from the inbox to a new number with a template, the words following what is typed', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await page.getByRole('link', { name: 'New conversation' }).click()
  await page.getByRole('searchbox', { name: 'Name, phone number' }).fill('+254 711 000 941')
  await page.getByRole('link', { name: 'Write to it' }).click()
  await page.locator('select[name=template]').selectOption({ label: 'order_update (en)' })
  const [first, second] = [page.getByLabel(/\{\{1\}\}/), page.getByLabel(/\{\{2\}\}/)]
  await first.fill('Zuri')
  await second.fill('R-7')
  await expect(page.getByText('Hello Zuri, your order R-7 is ready.')).toBeVisible()
  await page.getByRole('button', { name: /Send/ }).click()
  await expect(page).toHaveURL(/\/conversations\/\d+$/)
  await expect(thread(page).getByText('Hello Zuri, your order R-7 is ready.')).toBeVisible()
  await expect(thread(page).getByText('started the conversation')).toBeVisible()
})

test('from a contact into the open conversation; then a macro in one press', async ({
  page,
  product,
}) => {
  const person = { from: '254711000942', name: 'Wema Writes' }
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await writeAsCustomer(product, SAVANNA, { ...person, text: 'Can I bring my pet?' })
  const id = await openConversation(page, person.name)
  await page.getByRole('link', { name: 'Open profile' }).click()
  await page.getByRole('link', { name: 'Message', exact: true }).click()
  await expect(page.getByText('A conversation is open here and goes on.').first()).toBeVisible()
  await page.getByLabel('Message', { exact: true }).fill('One more thing')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/conversations/${id}$`))
  await expect(thread(page).getByText('One more thing')).toBeVisible()

  await page.goto(product.url('savanna-hotel', '/settings/macros/new'))
  await page.getByLabel('Name', { exact: true }).fill('Leave a word')
  const adding = page.getByLabel('Add a step')
  await adding.selectOption({ label: 'Add a note' })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('textbox', { name: 'Add a note' }).fill('Seen by {agent.name}')
  await adding.selectOption({ label: 'Close' })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('combobox', { name: 'Close' }).selectOption('resolved')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.goto(product.url('savanna-hotel', `/conversations/${id}`))
  await page.locator('summary[aria-label=Macros]').click()
  await page.getByRole('button', { name: /Leave a word/ }).click()
  await expect(page.getByText(/“Leave a word” done: Add a note · Close/)).toBeVisible()
  await expect(thread(page).getByText(/ran “Leave a word”/)).toBeVisible()
})

test('a template is written, reviewed by the vendor and approved while one looks', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await page.goto(product.url('savanna-hotel', '/settings/templates/new'))
  await page.getByLabel('Name', { exact: true }).fill('table_free')
  await page.getByLabel('Message', { exact: true }).fill('Hello {{1}}, a table is free tonight.')
  await page.getByLabel('Example for {{1}}').fill('Asha')
  await expect(page.getByText('Hello Asha, a table is free tonight.')).toBeVisible()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByText('In review').first()).toBeVisible()
  await expect(page.getByText('It can be sent.')).toBeVisible({ timeout: 25_000 })
})
