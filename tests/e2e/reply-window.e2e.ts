import { bubble, composer, openConversation, reply } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { control, SAVANNA, sentTo, textsTo, writeAsCustomer } from './whatsapp.ts'

const DAY_S = 24 * 3_600

const bakari = { from: '254711001101', name: 'Bakari Mzee' }
const tatu = { from: '254711001102', name: 'Tatu Kombo' }

test('after 24 hours the composer takes only templates, and says why', async ({
  page,
  product,
}) => {
  const timestamp = Math.floor(Date.now() / 1000) - DAY_S - 600
  await writeAsCustomer(product, SAVANNA, { ...bakari, text: 'I will come back to you', timestamp })
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await openConversation(page, bakari.name)
  await expect(page.getByText('More than 24 hours since Bakari Mzee last wrote.')).toBeVisible()
  await expect(composer(page)).toHaveCount(0)

  await page.getByLabel('Template').selectOption({ label: 'order_update (en)' })
  await page.getByLabel('Value of {{1}}').fill('Bakari')
  await page.getByLabel('Value of {{2}}').fill('B-77')
  await expect(page.getByText('Hello Bakari, your order B-77 is ready.')).toBeVisible()
  await page.getByRole('button', { name: 'Send template' }).click()
  const sent = bubble(page, 'Hello Bakari, your order B-77 is ready.')
  await expect(sent.getByText(/^(Sent|Delivered|Read)$/)).toBeAttached()
  const [template] = await sentTo(product, SAVANNA, bakari.from)
  expect(template?.body['template']).toMatchObject({ name: 'order_update' })

  await writeAsCustomer(product, SAVANNA, { ...bakari, text: 'Now I am back' })
  await expect(composer(page)).toBeVisible()
})

test('a message the vendor refuses says why, and Retry sends it once more', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...tatu, text: 'Can I pay with M-Pesa?' })
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await openConversation(page, tatu.name)
  await expect(bubble(page, 'Paybill 555100')).toBeVisible()
  const text = 'Your booking number is 4711.'
  await control(product, 'faults', {
    ...{ kind: 'failed-status', code: 131026, times: 1 },
    match: { to: tatu.from },
  })
  await reply(page, text)
  await expect(bubble(page, text)).toContainText(/Not sent: \S+/)
  await bubble(page, text).getByRole('button', { name: 'Try again' }).click()
  await expect(bubble(page, text).getByText(/^(Delivered|Read)$/)).toBeAttached()
  await expect(bubble(page, text)).not.toContainText('Not sent')
  expect((await textsTo(product, SAVANNA, tatu.from)).filter((one) => one === text)).toHaveLength(2)
})
