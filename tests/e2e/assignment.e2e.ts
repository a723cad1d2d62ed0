import type { Page } from '@playwright/test'
import { openConversation, row } from './inbox.ts'
import { colleague, expect, signIn, test } from './product.ts'
import type { Product } from './product.ts'
import { SAVANNA, writeAsCustomer } from './whatsapp.ts'

const HOTEL = 'savanna-hotel'
const MANAGER = 'manager@savanna-hotel.example'
const GRACE = 'grace@savanna-hotel.example'
/** What makes the assistant hand over at once. */
const ASKS = 'I want to talk to a person please'

/** Somebody whom the assistant has handed over and whom nobody has yet. */
async function waits(product: Product, from: string, name: string) {
  await writeAsCustomer(product, SAVANNA, { from, name, text: ASKS })
}

const queued = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })

test('a manager looks at what waits and gives it to an agent with a reason', async ({
  page: manager,
  product,
  browser,
}) => {
  const [first, second] = ['Halima Waiting', 'Juma Waiting']
  await waits(product, '254711003501', first)
  await waits(product, '254711003502', second)
  const grace = await colleague(browser, product, { company: HOTEL, email: GRACE })
  await signIn(manager, product, HOTEL, MANAGER)
  await manager.getByRole('link', { name: 'Queue', exact: true }).first().click()
  await expect(queued(manager, first)).toBeVisible()
  await expect(queued(manager, second)).toBeVisible()

  await manager.getByRole('link', { name: first, exact: true }).click()
  const preview = manager.getByRole('region', { name: `Preview of ${first}` })
  await expect(preview.getByText(ASKS)).toBeVisible()

  await manager.getByRole('link', { name: `Assign the conversation with ${first}` }).click()
  const dialog = manager.getByRole('dialog')
  await expect(dialog.getByText(/of 12 open/)).toBeVisible()
  await dialog.getByRole('radio', { name: /Grace Achieng/ }).check()
  await expect(dialog.getByText('Will notify Grace Achieng.')).toBeVisible()
  await dialog.getByLabel('Reason').fill('She knows the group rates')
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await expect(manager.getByText('1 conversation assigned.')).toBeVisible()
  await expect(queued(manager, first)).toHaveCount(0)

  await openConversation(grace, first)
  const banner = grace.getByRole('status').filter({ hasText: 'Assigned to you by David Otieno' })
  await expect(banner).toContainText('She knows the group rates')

  await manager.getByRole('button', { name: `Take it: ${second}` }).click()
  await expect(queued(manager, second)).toHaveCount(0)
  await manager.goto(product.url(HOTEL, '/conversations?tab=mine'))
  await expect(row(manager, second)).toBeVisible()
  await grace.context().close()
})

test('several at once, and one moved on, without the mouse', async ({ page, product }) => {
  const names = ['Kibet Keyboard', 'Leila Keyboard']
  await waits(product, '254711000703', names[0] ?? '')
  await waits(product, '254711000704', names[1] ?? '')
  await signIn(page, product, HOTEL, MANAGER)
  await page.goto(product.url(HOTEL, '/queue'))
  const keys = page.keyboard
  for (const name of names) {
    await expect(queued(page, name)).toBeVisible()
    await page.getByRole('checkbox', { name: `Tick ${name}` }).focus()
    await keys.press('Space')
  }
  await expect(page.getByText('2 ticked')).toBeVisible()
  await page.getByRole('button', { name: 'Assign ticked…' }).focus()
  await keys.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Assign 2 conversations' })
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await chooseByKeys(page, 'Brian Mutua')
  await keys.press('Tab')
  await keys.type('Events are his')
  await keys.press('Tab')
  await keys.press('Tab')
  await expect(dialog.getByRole('button', { name: 'Assign' })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByText('2 conversations assigned.')).toBeVisible()

  await page.goto(product.url(HOTEL, '/conversations'))
  await row(page, names[0] ?? '').focus()
  await keys.press('Enter')
  await expect(page.getByText('Waits for Brian Mutua').first()).toBeVisible()
  await keys.press('a')
  await page.getByRole('link', { name: 'Load, skills and reason…' }).focus()
  await keys.press('Enter')
  await expect(page.getByText('Now with Brian Mutua.')).toBeVisible()
  await page.getByRole('radio').first().focus()
  await chooseByKeys(page, 'Grace Achieng')
  await keys.press('Tab')
  await keys.type('Brian is at a wedding')
  await keys.press('Tab')
  await keys.press('Tab')
  await keys.press('Enter')
  await expect(page.getByText('Waits for Grace Achieng').first()).toBeVisible()
  await page.getByText('Assignment history').click()
  await expect(page.getByText('From Brian Mutua to Grace Achieng')).toBeVisible()
  await expect(page.getByText('Brian is at a wedding').first()).toBeVisible()
})

test('who comes online takes what waits, the longest waiting first', async ({
  page: owner,
  product,
  browser,
}) => {
  const company = 'jua-electronics'
  await signIn(owner, product, company, 'owner@jua-electronics.example')
  // Whatever the hour of this run: rules give nothing away while the company is closed.
  const days = await setHours(owner, product, [])
  const id = await openConversation(owner, 'Amina H.')
  await owner.getByRole('button', { name: /Take over/ }).click()
  await owner.locator('[data-shortcut=assign] summary').click()
  await owner.getByRole('button', { name: 'Nobody' }).click()
  await expect(owner.getByText('put it back into the queue').first()).toBeVisible()
  const ali = await colleague(browser, product, { company, email: 'ali@jua-electronics.example' })
  await expect(row(ali, 'Amina H.')).toBeVisible()
  await ali.goto(product.url(company, `/conversations/${id}`))
  await expect(ali.getByText('Assigned to you by the rule “Fewest open”')).toBeVisible()
  await ali.context().close()
  await setHours(owner, product, days)
})

/** Opens the shop on these days; none at all means always. @returns the days it was open before */
async function setHours(page: Page, product: Product, days: string[]): Promise<string[]> {
  await page.goto(product.url('jua-electronics', '/settings/hours'))
  const before: string[] = []
  for (const box of await page.locator('input[type=checkbox][name$=".open"]').all()) {
    const name = (await box.getAttribute('name')) ?? ''
    if (await box.isChecked()) before.push(name)
    await box.setChecked(days.includes(name))
  }
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.goto(product.url('jua-electronics', '/conversations'))
  return before
}

/** Walks the choices with the arrow keys until this one is chosen. */
async function chooseByKeys(page: Page, name: string) {
  const wanted = page.getByRole('radio', { name: new RegExp(name) })
  await page.keyboard.press('Space')
  for (let step = 0; step < 10 && !(await wanted.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
}
