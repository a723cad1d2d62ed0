import { expect, signIn, test } from './product.ts'

test('on a phone the owner opens a company, gives it time and a plan, closes it and opens it again', async ({
  browser,
  product,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await signIn(page, product, 'app', 'owner@baraza.example')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await page.goto(product.url('app', '/admin/companies/new'))
  await page.getByLabel('Name of the company').fill('Mlima Lodge')
  await page.getByLabel('Address').fill('mlima-lodge')
  await page.getByLabel('Industry').selectOption('Hotel')
  await page.getByLabel('Owner’s name').fill('Njoki')
  await page.getByLabel('Owner’s e-mail').fill('njoki@mlima-lodge.example')
  await page.getByRole('button', { name: 'Create company' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mlima Lodge' })).toContainText('Trial')

  await page.getByRole('link', { name: 'Subscription', exact: true }).click()
  await page.getByRole('link', { name: 'Extend trial…' }).click()
  await page.getByLabel('More days').fill('400')
  await page.getByRole('button', { name: 'Extend trial' }).click()
  await expect(page.getByText('Choose 1 to 90 days.').first()).toBeVisible()
  await page.getByLabel('More days').fill('10')
  await page.getByRole('button', { name: 'Extend trial' }).click()
  await expect(page.getByText('The trial is longer now.')).toBeVisible()

  await page.getByRole('link', { name: 'Change plan…' }).click()
  await page.getByLabel('Growth').check()
  await page.getByRole('button', { name: 'Change plan' }).click()
  await expect(page.getByText('The plan is changed.')).toBeVisible()

  await page.getByRole('link', { name: 'Company', exact: true }).click()
  await page.getByRole('link', { name: 'Suspend…' }).click()
  await page.getByLabel('Reason').fill('Papers are missing')
  await page.getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('The company is suspended.')).toBeVisible()
  const guest = await context.newPage()
  await guest.goto(product.url('mlima-lodge', '/login'))
  await expect(guest.getByText('Papers are missing')).toBeVisible()

  await page.getByRole('button', { name: 'Reactivate' }).click()
  await expect(page.getByText('The company is active again.')).toBeVisible()
  await guest.goto(product.url('mlima-lodge', '/login'))
  await expect(guest.locator('[name=email]')).toBeVisible()

  await page.getByRole('link', { name: 'History', exact: true }).click()
  for (const did of ['Company created', 'Trial extended by days', 'Plan changed'])
    await expect(page.getByText(did)).toBeVisible()
  await context.close()
})

test('every figure of the overview opens as many rows as it says', async ({ page, product }) => {
  await signIn(page, product, 'app', 'owner@baraza.example')
  const figures = page.locator('main dl').filter({ has: page.locator('a[href*="standing="]') })
  const told = await figures.evaluateAll((all) =>
    all.map((one) => ({
      address: one.querySelector('a')?.getAttribute('href') ?? '',
      count: Number(/(\d+)$/.exec(one.querySelector('dd')?.textContent ?? '')?.[1]),
    })),
  )
  expect(told.length).toBeGreaterThan(4)
  for (const { address, count } of told) {
    await page.goto(product.url('app', address))
    await expect(page.locator('tbody tr'), address).toHaveCount(count)
  }
})
