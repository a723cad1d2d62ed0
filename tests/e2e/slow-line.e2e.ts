import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Page } from '@playwright/test'
import { composer } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { whenScriptRuns } from './visit.ts'

const SCRIPT_LATE_MS = 1_500

test('what one types before the script has arrived is kept', async ({ page, product }) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await page.route('**/*.js', async (route) => {
    await wait(SCRIPT_LATE_MS)
    await route.continue()
  })
  await page.goto(product.url('savanna-hotel', '/conversations/1'), { waitUntil: 'commit' })
  await typeEarly(page, composer(page), 'Typed early')
  await composer(page).press('End')
  await composer(page).pressSequentially(' and late')
  await expect(composer(page)).toHaveValue('Typed early and late')

  await page.goto(product.url('app', '/signup'), { waitUntil: 'commit' })
  const name = page.getByLabel('Company name')
  await typeEarly(page, name, 'Early Bird')
  await expect(page.getByLabel('Address')).toHaveValue('early-bird')
  await expect(name).toHaveValue('Early Bird')
})

async function typeEarly(page: Page, field: Locator, text: string) {
  await field.fill(text)
  await whenScriptRuns(page)
  await expect(field).toHaveValue(text)
}
