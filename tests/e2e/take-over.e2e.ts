import { bubble, openConversation, reply, row } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, textsTo, writeAsCustomer } from './whatsapp.ts'

const fatuma = { from: '254711000401', name: 'Fatuma Omari' }
const witness = { from: '254711000402', name: 'Witness Odhiambo' }
const parking = 'Is there parking for our car?'

test('a person takes over, the assistant stays silent, and answers again when given back', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...fatuma, text: 'Do you have a swimming pool?' })
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await openConversation(page, fatuma.name)
  await expect(bubble(page, /heated outdoor pool/)).toBeVisible()

  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByText('Wanjiru Kamau answers').first()).toBeVisible()
  await reply(page, 'Hello Fatuma, this is Wanjiru. I look after you from here.')
  await expect(bubble(page, 'this is Wanjiru')).toContainText('Wanjiru Kamau')
  await expect(bubble(page, 'this is Wanjiru').getByText(/^(Delivered|Read)$/)).toBeAttached()
  const textsToFatuma = () => textsTo(product, SAVANNA, fatuma.from)
  expect((await textsToFatuma()).at(-1)).toContain('this is Wanjiru')

  // Somebody else asks the same a moment later: once they have their answer, Fatuma's would be there.
  const before = await textsToFatuma()
  await writeAsCustomer(product, SAVANNA, { ...fatuma, text: parking })
  await expect(bubble(page, parking)).toBeVisible()
  await writeAsCustomer(product, SAVANNA, { ...witness, text: parking })
  await expect.poll(() => textsTo(product, SAVANNA, witness.from)).toHaveLength(1)
  await expect(row(page, witness.name)).toContainText('guarded parking')
  expect(await textsToFatuma()).toEqual(before)
  await expect(bubble(page, 'There is guarded parking')).toHaveCount(0)

  await reply(page, 'Yes, Fatuma, guarded and free of charge.')
  await page.getByRole('button', { name: 'Give back' }).click()
  await expect(page.getByText('The assistant answers').first()).toBeVisible()
  await expect(page.getByText('gave it back to the assistant')).toBeVisible()
  await writeAsCustomer(product, SAVANNA, { ...fatuma, text: 'And is breakfast included?' })
  await expect(bubble(page, /breakfast buffet/)).toContainText('Assistant')
  await expect.poll(async () => (await textsToFatuma()).at(-1)).toContain('breakfast buffet')
})

test('a customer who asks for a person gets one: the conversation calls for it', async ({
  page,
  product,
}) => {
  const person = { from: '254711000403', name: 'Halima Yusuf' }
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await writeAsCustomer(product, SAVANNA, { ...person, text: 'Can I speak to a real person?' })
  await expect(row(page, person.name).getByText('Needs a person')).toBeAttached()
  await page.locator('summary[aria-label="More views"]').click()
  await page.getByRole('link', { name: 'Needs a person', exact: true }).click()
  await openConversation(page, person.name)
  await expect(page.getByText('Needs a person.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Take over' }).first().click()
  await expect(page.getByText('Needs a person.', { exact: true })).toBeHidden()
})
