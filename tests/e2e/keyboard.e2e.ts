import type { Page } from '@playwright/test'
import { bubble, composer, row } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, textsTo, writeAsCustomer } from './whatsapp.ts'

const older = { from: '254711000901', name: 'Kamau Older' }
const newer = { from: '254711000902', name: 'Kamau Newer' }

test('a day at the inbox without touching the mouse', async ({ page, product }) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  for (const person of [older, newer]) {
    await writeAsCustomer(product, SAVANNA, { ...person, text: 'Can I bring my pet?' })
    await expect(row(page, person.name)).toContainText('pets cannot stay')
  }
  const keys = page.keyboard
  await keys.press('j')
  await expect(row(page, newer.name)).toBeFocused()
  await keys.press('j')
  await expect(row(page, older.name)).toBeFocused()
  await keys.press('k')
  await keys.press('Enter')
  await expectOpen(page, newer.name)
  await keys.press('j')
  await expectOpen(page, older.name)
  await keys.press('k')
  await expectOpen(page, newer.name)

  await keys.press('i')
  await expect(page.getByText('Wanjiru Kamau answers').first()).toBeVisible()
  await keys.press('r')
  await expect(composer(page)).toBeFocused()
  await keys.type('A small dog is fine in the garden rooms.')
  await keys.press('Enter')
  await expect(bubble(page, 'A small dog is fine')).toBeVisible()
  await expect
    .poll(async () => (await textsTo(product, SAVANNA, newer.from)).at(-1))
    .toBe('A small dog is fine in the garden rooms.')
  await keys.press('Escape')
  await keys.press('n')
  await keys.type('Brought a dog last year.')
  await keys.press('Enter')
  await expect(page.getByText('Note by Wanjiru Kamau, for colleagues only')).toBeVisible()
  await keys.press('Escape')

  await keys.press('a')
  await keys.press('ArrowDown')
  await keys.press('Escape')
  await keys.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toBeVisible()
  await keys.press('Escape')
  await expect(sheet).toBeHidden()

  await keys.press('e')
  await expect(page.getByRole('radio', { name: /Resolved/ })).toBeFocused()
  await keys.press('Enter')
  await expectOpen(page, older.name)
  await expect(row(page, newer.name)).toHaveCount(0)
  await keys.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await keys.type('Kamau Newer')
  await expect(row(page, newer.name)).toContainText('Closed')
})

async function expectOpen(page: Page, name: string) {
  await expect(page.locator('[data-thread-title]').first()).toHaveText(name)
}
