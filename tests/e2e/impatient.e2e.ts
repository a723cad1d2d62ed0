import { bubble, composer, openConversation, row } from './inbox.ts'
import { colleague, expect, signIn, test } from './product.ts'
import { SAVANNA, textsTo, writeAsCustomer } from './whatsapp.ts'

const HOTEL = 'savanna-hotel'
const OWNER = 'owner@savanna-hotel.example'
const MANAGER = 'manager@savanna-hotel.example'

const twice = { from: '254711003101', name: 'Achieng Twice' }
const closed = { from: '254711003102', name: 'Bakari Closed' }
const undone = { from: '254711003103', name: 'Cheptoo Undone' }
const wild = { from: '254711003104', name: '<b>"O’Neil"</b> & שלום 😀' }

test('a hasty double click sends once', async ({ page, product }) => {
  await writeAsCustomer(product, SAVANNA, { ...twice, text: 'Can I bring my pet?' })
  await signIn(page, product, HOTEL, OWNER)
  await openConversation(page, twice.name)
  await composer(page).fill('Small dogs are fine.')
  await page.getByRole('button', { name: 'Send', exact: true }).dblclick()
  const ours = async () =>
    (await textsTo(product, SAVANNA, twice.from)).filter((text) => text.startsWith('Small dogs'))
  await expect.poll(ours, { timeout: 20_000 }).toHaveLength(1)
  await expect(bubble(page, 'Small dogs are fine.')).toHaveCount(1)
})

test('closed by a colleague while one writes: the words stay, and become no note', async ({
  page,
  product,
  browser,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...closed, text: 'Can I bring my pet?' })
  await signIn(page, product, HOTEL, OWNER)
  const id = await openConversation(page, closed.name)
  await composer(page).fill('Half a sentence')
  const other = await colleague(browser, product, { company: HOTEL, email: MANAGER })
  await other.goto(product.url(HOTEL, `/conversations/${id}`))
  await other.getByRole('link', { name: 'Close', exact: true }).click()
  await other.getByRole('button', { name: 'Close conversation' }).click()
  await other.context().close()

  await expect(page.getByText('This conversation is closed.')).toBeVisible()
  await expect(composer(page)).toHaveValue('Half a sentence')
  await composer(page).press('Enter')
  await expect(page.getByText('This conversation is closed. Reopen it to write.')).toBeVisible()
  await page.getByRole('button', { name: 'Reopen' }).first().click()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect
    .poll(async () => (await textsTo(product, SAVANNA, closed.from)).at(-1), { timeout: 20_000 })
    .toBe('Half a sentence')
})

test('what is sent long after an undo leaves like any other', async ({ page, product }) => {
  await writeAsCustomer(product, SAVANNA, { ...undone, text: 'Can I bring my pet?' })
  await signIn(page, product, HOTEL, OWNER)
  await openConversation(page, undone.name)
  await page.getByRole('button', { name: 'Take over' }).click()
  const held = bubble(page, 'Wrong words')
  await composer(page).fill('Wrong words')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await held.getByRole('button', { name: 'Undo' }).click()
  await expect(composer(page)).toHaveValue('Wrong words')
  // Somebody else’s message leaves meanwhile: the held one’s time has passed as well.
  const probe = { from: '254711003105', name: 'Dalila Probe' }
  await writeAsCustomer(product, SAVANNA, { ...probe, text: 'Is breakfast included?' })
  await expect(row(page, probe.name)).toContainText('breakfast buffet')
  await composer(page).fill('Right words')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect
    .poll(async () => (await textsTo(product, SAVANNA, undone.from)).at(-1), { timeout: 20_000 })
    .toBe('Right words')
})

test('names and words of any kind are shown as they are', async ({ page, product }) => {
  await writeAsCustomer(product, SAVANNA, { ...wild, text: 'Can I bring my pet?' })
  await signIn(page, product, HOTEL, OWNER)
  await openConversation(page, wild.name)
  const text = '<img src=x onerror="alert(1)"> שלום "quoted" & 😀'
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(bubble(page, text)).toBeVisible()
  await composer(page).fill('x'.repeat(5_000))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('This is longer than the channel allows.')).toBeVisible()
  await page.getByRole('button', { name: 'Edit', exact: true }).last().click()
  await expect(composer(page)).toHaveValue('x'.repeat(5_000))
})
