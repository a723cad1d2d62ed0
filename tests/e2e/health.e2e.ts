import { expect, signIn, test } from './product.ts'

test('the owner looks at health, opens rows, changes a rule and has every file checked', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'app', 'owner@baraza.example')
  await page.getByRole('link', { name: 'System health' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'System health' })).toBeVisible()
  await expect(page.getByText('No backup has been recorded')).toBeVisible()
  await expect(page.getByText('TLS is ended elsewhere')).toBeVisible()
  await page.getByRole('link', { name: /^Failed requests/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Requests by address' })).toBeVisible()
  await expect(page.getByLabel('Order')).toHaveValue('errors')

  const parts = page.getByRole('navigation', { name: 'System health' })
  await parts.getByRole('link', { name: 'Jobs' }).click()
  await page.getByRole('link', { name: 'Failed jobs of the platform' }).click()
  await expect(page.getByText('No job has failed')).toBeVisible()

  await page.goto(product.url('app', '/admin/alerts/rules'))
  await page.getByRole('link', { name: 'Failed requests' }).click()
  await page.getByLabel('From').fill('much')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Write a number.').first()).toBeVisible()
  await expect(page.getByLabel('From')).toHaveValue('much')
  await page.getByLabel('From').fill('7,5')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Failed requests/ })).toContainText('7.5 %')

  await page.goto(product.url('app', '/admin/isolation'))
  await page.getByRole('button', { name: 'Check every file now' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/\d+ files are whole and where they belong\./)).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 30_000 })
})
