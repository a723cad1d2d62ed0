import { bubble, openConversation } from './inbox.ts'
import { colleague, expect, signIn, test } from './product.ts'
import { JUA, textsTo, writeAsCustomer } from './whatsapp.ts'

const noor = { from: '254711001001', name: 'Noor Abdalla' }

test('a suspended company is closed, keeps what arrives and works it off when it is back', async ({
  page: platform,
  product,
  browser,
}) => {
  const owner = await colleague(browser, product, {
    company: 'jua-electronics',
    email: 'owner@jua-electronics.example',
  })
  await signIn(platform, product, 'app', 'owner@baraza.example')
  await platform.goto(product.url('app', '/admin/companies?q=Jua Electronics'))
  await platform.getByRole('link', { name: 'Jua Electronics' }).first().click()
  await platform.getByRole('link', { name: 'Suspend…' }).click()
  await platform.getByLabel('Reason').fill('Invoice unpaid')
  await platform.getByRole('button', { name: 'Suspend' }).click()
  await expect(platform.getByText('The company is suspended.')).toBeVisible()

  await owner.goto(product.url('jua-electronics', '/conversations'))
  await expect(owner.getByRole('heading', { name: 'Jua Electronics is paused' })).toBeVisible()
  await expect(owner.getByText('Invoice unpaid')).toBeVisible()
  // The vendor gets its 200 (the stand-in would say otherwise), and nothing is answered meanwhile.
  await writeAsCustomer(product, JUA, { ...noor, text: 'Do you deliver to Mombasa?' })
  expect(await textsTo(product, JUA, noor.from)).toEqual([])

  await platform.getByRole('button', { name: 'Reactivate' }).click()
  await expect(platform.getByText('The company is active again.')).toBeVisible()
  await owner.goto(product.url('jua-electronics', '/conversations'))
  await openConversation(owner, noor.name)
  await expect(bubble(owner, 'Do you deliver to Mombasa?')).toBeVisible()
  await expect.poll(() => textsTo(product, JUA, noor.from)).toHaveLength(1)
  await owner.context().close()
})
