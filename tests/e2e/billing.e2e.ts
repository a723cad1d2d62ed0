import type { Page } from '@playwright/test'
import { colleague, expect, test } from './product.ts'
import { findBarriers, findOverflow } from './visit.ts'

const SAVANNA = { company: 'savanna-hotel', email: 'owner@savanna-hotel.example' }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Opens the invoice that is due and asks for its payment by a phone. */
async function askFor(owner: Page, url: string, number: string): Promise<void> {
  await owner.goto(url)
  await owner.getByRole('link', { name: /^Pay KES/ }).click()
  await owner.getByLabel('M-Pesa number').fill(number)
  await owner.getByRole('button', { name: 'Send the prompt' }).click()
  await expect(owner.getByRole('heading', { name: 'Look at your phone' })).toBeVisible()
}

test('an owner pays by M-Pesa on a phone: once cancelled, then paid, and the invoice says so', async ({
  product,
  browser,
}) => {
  const owner = await colleague(browser, product, { ...SAVANNA, options: phone })
  const home = product.url('savanna-hotel', '/settings/billing')

  await askFor(owner, home, '0712 345 602')
  // Nobody presses anything: the page goes on by itself.
  await expect(owner.getByText('The prompt was cancelled on the phone.')).toBeVisible()
  expect(await findOverflow(owner)).toEqual([])
  await owner.getByRole('link', { name: 'Try again' }).click()

  await owner.getByLabel('M-Pesa number').fill('0712 345 677')
  await owner.getByRole('button', { name: 'Send the prompt' }).click()
  await expect(owner.getByRole('heading', { name: 'Paid, thank you' })).toBeVisible()
  expect(await findBarriers(owner)).toEqual([])
  await owner.getByRole('link', { name: 'Invoice', exact: true }).click()
  await expect(owner.getByText('Paid', { exact: true })).toBeVisible()
  await expect(owner.getByText(/M-Pesa T\d+/)).toBeVisible()

  const download = owner.waitForEvent('download')
  await owner.getByRole('link', { name: 'Download as PDF' }).click()
  expect((await download).suggestedFilename()).toMatch(/^INV-\d{4}-\d{5}\.pdf$/)

  await owner.goto(home)
  await expect(owner.getByText(/^Paid until/)).toBeVisible()
  await owner.context().close()
})

test('without a script: the cost of a plan is shown first, the payment is looked at again', async ({
  product,
  browser,
}) => {
  const owner = await colleague(browser, product, {
    ...{ company: 'jua-electronics', email: 'owner@jua-electronics.example' },
    options: { javaScriptEnabled: false },
  })
  const home = product.url('jua-electronics', '/settings/billing')
  await owner.goto(home)
  await owner.getByRole('link', { name: 'Change plan' }).click()
  await owner.getByRole('link', { name: 'Choose Growth' }).click()
  await expect(owner.getByText('Nothing is charged now.')).toBeVisible()
  await owner.getByRole('button', { name: 'Change the plan' }).click()
  await expect(owner.getByText('The plan is changed.')).toBeVisible()

  await owner.getByRole('button', { name: 'Pay the first month' }).click()
  await owner.getByLabel('M-Pesa number').fill('12')
  await owner.getByRole('button', { name: 'Send the prompt' }).click()
  await expect(owner.getByText('Write a Kenyan mobile number').first()).toBeVisible()
  await owner.getByLabel('M-Pesa number').fill('0712345688')
  await owner.getByRole('button', { name: 'Send the prompt' }).click()
  await expect(owner.getByRole('heading', { name: 'Look at your phone' })).toBeVisible()
  // The browser looks again by itself.
  await expect(owner.getByRole('heading', { name: 'Paid, thank you' })).toBeVisible({
    timeout: 20_000,
  })
  await owner.context().close()
})
