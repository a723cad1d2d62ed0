import { DEMO_PASSWORD, expect, signIn, test } from './product.ts'

/** As many wrong passwords as one account takes before it has to wait. */
const WRONG_MAX = 10

test('a wrong password is refused, the right one opens the inbox, signing out ends it', async ({
  page,
  product,
}) => {
  await page.goto(product.url('tembo-motors', '/conversations'))
  await expect(page).toHaveURL(/\/login\?/)
  await page.getByLabel('E-mail').fill('john@tembo-motors.example')
  await page.getByLabel('Password', { exact: true }).fill('not-the-password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('E-mail and password do not match.').first()).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('john@tembo-motors.example')
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(product.url('tembo-motors', '/conversations'))

  await page.getByText('Your account: John Kariuki').locator('visible=true').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await page.goto(product.url('tembo-motors', '/conversations'))
  await expect(page).toHaveURL(/\/login/)
})

test('guessing is slowed down, and the page says for how long', async ({ page, product }) => {
  await page.goto(product.url('tembo-motors', '/login'))
  for (let guess = 0; guess <= WRONG_MAX; guess += 1) {
    await page.getByLabel('E-mail').fill('nobody@tembo-motors.example')
    await page.getByLabel('Password', { exact: true }).fill(`guess-number-${guess}`)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await answered
  }
  await expect(page.getByText(/Too many attempts\. Try again in \d+ minutes?\./)).toBeVisible()
  await signIn(page, product, 'tembo-motors', 'mercy@tembo-motors.example')
})

test('the platform’s people sign in on the app host and see its companies', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'app', 'owner@baraza.example')
  await expect(page).toHaveURL(product.url('app', '/admin'))
  // Not from the overview: other journeys sign up companies that are newer.
  await page.goto(product.url('app', '/admin/companies?q=Tembo'))
  await page.getByRole('link', { name: 'Tembo Motors' }).click()
  await expect(page.getByRole('heading', { name: 'Tembo Motors' })).toBeVisible()
  await page.goto(product.url('tembo-motors', '/conversations'))
  await expect(page).toHaveURL(/tembo-motors.*\/login/)
})
