import { expect, signIn, test } from './product.ts'

// "In 1 minute" is the next whole minute after it: up to two.
test.describe.configure({ timeout: 200_000 })

test('a line becomes a task, its reminder comes, and it is done and taken back', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'grace@savanna-hotel.example')
  await page.goto(product.url('savanna-hotel', '/today'))
  const line = page.getByLabel('What and when')
  await line.fill('Count the towels tomorrow 9am')
  await expect(page.getByText(/“Count the towels”, due .*09:00/)).toBeVisible()
  await line.press('Enter')
  await expect(page.getByText(/“Count the towels” is noted for .*09:00/)).toBeVisible()
  const tasks = page.getByRole('region', { name: 'Next 7 days' })
  await expect(tasks.getByText('Count the towels')).toBeVisible()
  await page.getByRole('button', { name: 'Done: Count the towels' }).click()
  await expect(page.getByText('“Count the towels” is done.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('“Count the towels” is to be done again.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete Count the towels' }).click()
  await expect(page.getByText('The task is deleted.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(tasks.getByText('Count the towels')).toBeVisible()
})

test('a reminder beside a conversation reaches the bell when its time comes', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'grace@savanna-hotel.example')
  await page.locator('[data-row]').first().click()
  await expect(page.locator('[data-composer]')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('body').press('f')
  await page.getByLabel('What and when').fill('Call back in 1 minute')
  await page.getByLabel('What and when').press('Enter')
  await expect(page.getByText(/“Call back” is noted for/)).toBeVisible()
  const person = page.getByRole('complementary')
  await expect(person.getByText('Call back', { exact: true })).toBeVisible()
  await page.goto(product.url('savanna-hotel', '/notifications'))
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Reminder').first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 130_000 })
})
