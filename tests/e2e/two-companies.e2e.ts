import { bubble, openConversation } from './inbox.ts'
import { DEMO_PASSWORD, expect, signIn, test } from './product.ts'
import { SAVANNA, TEMBO, writeAsCustomer } from './whatsapp.ts'

/** One person, one number, the same words: a customer of both companies. */
const person = { from: '254711000601', name: 'Otieno Kiptoo' }

test('a session of one company is nothing at another', async ({ page, product }) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  const cookies = await page.context().cookies(product.url('savanna-hotel'))
  expect(cookies.some((cookie) => cookie.httpOnly)).toBe(true)
  for (const host of ['tembo-motors', 'app']) {
    const url = product.url(host)
    const stolen = cookies.map(({ name, value }) => ({ name, value, url }))
    await page.context().addCookies(stolen)
    for (const path of ['/conversations', '/conversations/1', '/contacts', '/members', '/admin']) {
      await page.goto(product.url(host, path))
      await expect(page.getByRole('heading', { name: /Sign in|does not exist/ })).toBeVisible()
    }
    const page1 = await page.goto(product.url(host, '/conversations/1.data'))
    expect(await page1?.text()).not.toContain('Amina')
  }
  await page.goto(product.url('savanna-hotel', '/conversations/1'))
  await expect(page.locator('[data-thread-title]').first()).toHaveText('Amina Hassan')
})

test('a member of one company cannot sign in at another', async ({ page, product }) => {
  await page.goto(product.url('jua-electronics', '/login'))
  await page.getByLabel('E-mail').fill('owner@savanna-hotel.example')
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('E-mail and password do not match.').first()).toBeVisible()
})

test('two companies with the same customer and the same ids keep them apart', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...person, text: 'A room for the safari, please' })
  await writeAsCustomer(product, TEMBO, { ...person, text: 'A pickup for the farm, please' })
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await openConversation(page, person.name)
  await expect(bubble(page, 'safari')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('farm')

  await signIn(page, product, 'tembo-motors', 'owner@tembo-motors.example')
  await openConversation(page, person.name)
  await expect(bubble(page, 'farm')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('safari')
  await page.goto(product.url('tembo-motors', '/conversations?q=safari'))
  await expect(page.getByText('Nothing found for “safari”')).toBeVisible()
  await page.goto(product.url('tembo-motors', '/conversations/1'))
  await expect(page.locator('main')).not.toContainText('Amina Hassan')
})
