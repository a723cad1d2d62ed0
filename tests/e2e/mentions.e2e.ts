import { composer, openConversation, row, thread } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, writeAsCustomer } from './whatsapp.ts'

const person = { from: '254711003301', name: 'Zawadi Named' }

test('a colleague is named in a note with the keyboard, and finds the note', async ({
  page,
  product,
  browser,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await writeAsCustomer(product, SAVANNA, { ...person, text: 'Can I bring my pet?' })
  await openConversation(page, person.name)
  await page.locator('[data-thread-title]').first().focus()
  await page.keyboard.press('n')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.type('May we? @otieno')
  const list = page.getByRole('listbox', { name: 'Colleagues who see this conversation' })
  const first = list.getByRole('option').first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  const name = (await first.locator('span.font-medium').textContent()) as string
  await page.keyboard.press('Enter')
  await expect(composer(page)).toHaveValue(`May we? @${name} `)
  await page.keyboard.press('Enter')
  await expect(thread(page).locator('strong', { hasText: `@${name}` })).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await signIn(other, product, 'savanna-hotel', 'manager@savanna-hotel.example')
  await other.goto(product.url('savanna-hotel', '/conversations?tab=mentions'))
  await row(other, person.name).click()
  await expect(other.getByText('mentioned you in a note.')).toBeVisible()
  await other.getByRole('link', { name: 'Show the note' }).click()
  await expect(other).toHaveURL(/#note-\d+$/)
  await expect(thread(other).getByText('May we?')).toBeInViewport()
  await other.goto(product.url('savanna-hotel', '/notifications'))
  await expect(other.getByRole('link', { name: /You were mentioned/ }).first()).toBeVisible()
  await other.close()
})
