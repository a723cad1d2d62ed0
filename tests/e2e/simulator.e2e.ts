import { expect, signIn, test } from './product.ts'

const question = 'How much is the deluxe room per night?'

test('an owner plays a customer on WhatsApp and sees the answer come by itself', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await page.goto(product.url('savanna-hotel', '/simulator?number=254711009901&name=Wambui'))
  await expect(page.getByText('This is a simulation.')).toBeVisible()
  const screen = page.getByRole('region', { name: 'Conversation on the phone of Wambui' })
  await page.getByLabel('Message', { exact: true }).fill(question)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(screen.getByText(question)).toBeVisible()
  const answer = screen.locator('li', { hasText: 'KES 14,500' })
  await expect(answer).toContainText('Assistant')
  await expect(answer).toContainText(/Sent|Delivered|Read/)
})

test('the simulator works without a script, for Telegram, on a phone', async ({
  browser,
  product,
}) => {
  const options = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await signIn(page, product, 'tembo-motors', 'owner@tembo-motors.example')
  await page.goto(product.url('tembo-motors', '/simulator'))
  await page.getByLabel('Channel', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Name', { exact: true }).fill('Kofi')
  await page.getByRole('button', { name: 'Use this phone' }).click()
  await page.getByLabel('Message', { exact: true }).fill('Habari')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page).toHaveURL(/name=Kofi/)
  await expect(async () => {
    await page.reload()
    // Exactly the message: the assistant greets back with the same word.
    await expect(page.getByText('Habari', { exact: true })).toHaveCount(1)
  }).toPass()
  await context.close()
})

test('a manager is not let in', async ({ page, product }) => {
  await signIn(page, product, 'savanna-hotel', 'manager@savanna-hotel.example')
  const response = await page.goto(product.url('savanna-hotel', '/simulator'))
  expect(response?.status()).toBe(403)
})
