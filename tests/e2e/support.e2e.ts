import { expect, signIn, test } from './product.ts'

test('support looks into a company, is kept from changing it, and both sides can read what was done', async ({
  browser,
  product,
}) => {
  const supporter = await (await browser.newContext()).newPage()
  await signIn(supporter, product, 'app', 'owner@baraza.example')
  await supporter.goto(product.url('app', '/admin/companies?q=Tembo Motors'))
  await supporter.getByRole('link', { name: 'Tembo Motors' }).first().click()
  await supporter.getByRole('link', { name: 'Look in for support…' }).click()
  await supporter.getByRole('button', { name: 'Start session' }).click()
  await expect(supporter.getByText('Fill this in.').first()).toBeVisible()
  await supporter.getByLabel('Reason').fill('Prices look wrong')
  await supporter.getByLabel('30 minutes').check()
  await supporter.getByRole('button', { name: 'Start session' }).click()

  await supporter.waitForURL(/tembo-motors.*\/conversations/)
  const banner = supporter.getByRole('region', { name: 'Support session' })
  await expect(banner).toContainText('Prices look wrong')
  await expect(banner).toContainText('30 minutes left')
  await supporter.locator('[data-row]').first().click()
  await supporter.waitForURL(/\/conversations\/\d+/)
  await expect(banner).toBeVisible()
  await expect(supporter.locator('textarea')).toHaveCount(0)

  await supporter.goto(product.url('tembo-motors', '/settings/tags'))
  await expect(banner).toBeVisible()
  const posted = await supporter.evaluate(async () => {
    const body = new URLSearchParams({ name: 'Written by support' })
    return (await fetch('/settings/tags', { method: 'POST', body })).status
  })
  expect(posted).toBe(403)

  const owner = await (await browser.newContext()).newPage()
  await signIn(owner, product, 'tembo-motors', 'owner@tembo-motors.example')
  await owner.goto(product.url('tembo-motors', '/settings/tags'))
  await expect(owner.getByText('Written by support')).toHaveCount(0)
  await owner.goto(product.url('tembo-motors', '/settings/support'))
  await expect(owner.getByText('Here now').first()).toBeVisible()
  await owner
    .getByRole('link', { name: /Baraza|Owner|owner/ })
    .last()
    .click()
  await expect(owner.getByText('/conversations', { exact: true }).first()).toBeVisible()
  await expect(owner.getByText('Refused').first()).toBeVisible()
  await owner.goto(product.url('tembo-motors', '/settings/audit?action=support.viewed'))
  await expect(
    owner.getByRole('row').filter({ hasText: 'Support visit: page opened' }).first(),
  ).toBeVisible()

  await supporter.getByRole('button', { name: 'End session' }).click()
  await expect(
    supporter.getByRole('heading', { name: 'The support session is over' }),
  ).toBeVisible()
  await supporter.goto(product.url('tembo-motors', '/contacts'))
  await expect(supporter.locator('[name=email]')).toBeVisible()
  await supporter.goto(product.url('tembo-motors', '/support'))
  await supporter.getByRole('link', { name: 'Back to the company’s page' }).click()
  await supporter.getByRole('link', { name: 'History', exact: true }).click()
  for (const did of ['Support session prepared', 'Page opened for support', 'Refused to support'])
    await expect(supporter.getByText(did).first()).toBeVisible()
  await supporter.context().close()
  await owner.context().close()
})

test('the owner shows support out, and the next page is closed', async ({ browser, product }) => {
  const supporter = await (await browser.newContext()).newPage()
  await signIn(supporter, product, 'app', 'owner@baraza.example')
  await supporter.goto(product.url('app', '/admin/companies?q=Jua Electronics'))
  await supporter.getByRole('link', { name: 'Jua Electronics' }).first().click()
  await supporter.getByRole('link', { name: 'Look in for support…' }).click()
  await supporter.getByLabel('Reason').fill('A message did not arrive')
  await supporter.getByRole('button', { name: 'Start session' }).click()
  await supporter.waitForURL(/jua-electronics.*\/conversations/)

  const owner = await (await browser.newContext()).newPage()
  await signIn(owner, product, 'jua-electronics', 'owner@jua-electronics.example')
  await owner.goto(product.url('jua-electronics', '/settings/support'))
  await owner
    .getByRole('row')
    .filter({ hasText: 'A message did not arrive' })
    .getByRole('link')
    .click()
  // Nothing of the open page asks again by itself while the session is ended elsewhere.
  await supporter.goto('about:blank')
  await owner.getByRole('button', { name: 'End this session now' }).click()
  await expect(owner.getByText('Ended by you').first()).toBeVisible()
  await supporter.goto(product.url('jua-electronics', '/conversations'))
  await expect(
    supporter.getByRole('heading', { name: 'The support session is over' }),
  ).toBeVisible()
  await supporter.context().close()
  await owner.context().close()
})

test('the platform ends a session: the visitor is out and reads why, the company reads who', async ({
  browser,
  product,
}) => {
  const supporter = await (await browser.newContext()).newPage()
  await signIn(supporter, product, 'app', 'owner@baraza.example')
  await supporter.goto(product.url('app', '/admin/companies?q=Tembo Motors'))
  await supporter.getByRole('link', { name: 'Tembo Motors' }).first().click()
  await supporter.getByRole('link', { name: 'Look in for support…' }).click()
  await supporter.waitForURL(/\/visit$/)
  const company = supporter.url().replace(/\/visit.*/, '')
  await supporter.getByLabel('Reason').fill('A look that is cut short')
  await supporter.getByRole('button', { name: 'Start session' }).click()
  await supporter.waitForURL(/tembo-motors.*\/conversations/)
  // Nothing of the open page asks again by itself while the session is ended elsewhere.
  await supporter.goto('about:blank')

  const admin = await supporter.context().newPage()
  await admin.goto(company)
  const visit = admin.getByRole('row').filter({ hasText: 'A look that is cut short' })
  await expect(visit).toContainText('Here now')
  await visit.getByRole('button', { name: /^End session/ }).click()
  await expect(admin.getByText('The session has ended.')).toBeVisible()
  await expect(visit).toContainText('Ended by the platform')

  await supporter.goto(product.url('tembo-motors', '/conversations'))
  await expect(
    supporter.getByRole('heading', { name: 'The support session is over' }),
  ).toBeVisible()
  await expect(supporter.getByText('The platform ended it')).toBeVisible()

  const owner = await (await browser.newContext()).newPage()
  await signIn(owner, product, 'tembo-motors', 'owner@tembo-motors.example')
  await owner.goto(product.url('tembo-motors', '/settings/support?q=cut short'))
  await expect(owner.getByText('Ended by Baraza')).toBeVisible()
  await owner.goto(product.url('tembo-motors', '/notifications'))
  await expect(
    owner.getByText('Baraza ended a support session at your company').first(),
  ).toBeVisible()
  await supporter.context().close()
  await owner.context().close()
})
