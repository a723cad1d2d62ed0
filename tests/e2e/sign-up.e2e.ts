import { expect, test } from './product.ts'
import { visit } from './visit.ts'

test('a company signs up, confirms its e-mail and is in its inbox', async ({ page, product }) => {
  await visit(page, product.url('app', '/signup'))
  await page.getByLabel('Company name').fill('Savanna Hotel')
  await expect(page.getByText('This address is taken. Try another.')).toBeVisible()
  await page
    .getByRole('button', { name: /^savanna-hotel-/ })
    .first()
    .click()
  await expect(page.getByText('This address is free.')).toBeVisible()
  await page.getByLabel('Company name').fill('Malaika Beach House')
  await page.getByLabel('Address').fill('malaika')
  await page.getByLabel('Industry').selectOption('hotel')
  await page.getByLabel('Your name').fill('Neema Said')
  await page.getByLabel('E-mail').fill('neema@malaika.example')
  await page.getByLabel('Password', { exact: true }).fill('a quiet house by the sea')
  await page.getByRole('button', { name: 'Create the company' }).click()

  await page.waitForURL(product.url('malaika', '/conversations'))
  await expect(page.getByText('No conversations yet')).toBeVisible()
  const banner = page.getByText('We sent a link to neema@malaika.example.')
  await expect(banner).toBeVisible()

  await page.goto(product.url('app', '/outbox'))
  await page.getByRole('link', { name: /malaika.*\/verify\// }).click()
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.waitForURL(product.url('malaika', '/conversations'))
  await expect(page.getByText('No conversations yet')).toBeVisible()
  await expect(banner).toBeHidden()
})

test('a refused sign-up keeps what was typed and says what to change', async ({
  page,
  product,
}) => {
  const create = page.getByRole('button', { name: 'Create the company' })
  await visit(page, product.url('app', '/signup'))
  await page.getByLabel('Company name').fill('Bahari Tours')
  await page.getByLabel('Your name').fill('Juma Bakari')
  await page.getByLabel('E-mail').fill('juma@bahari.example')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await create.click()
  await expect(page.getByText('Choose an industry from the list.').first()).toBeVisible()
  await page.getByLabel('Industry').selectOption('travel')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await create.click()
  await expect(page.getByText('At least 10 characters.').first()).toBeVisible()
  await expect(page.getByLabel('Company name')).toHaveValue('Bahari Tours')
  await expect(page.getByLabel('Address')).toHaveValue('bahari-tours')
  await expect(page.getByLabel('Industry')).toHaveValue('travel')
  await expect(page.getByLabel('Your name')).toHaveValue('Juma Bakari')
})
