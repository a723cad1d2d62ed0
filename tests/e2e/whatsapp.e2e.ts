import { bubble, markDocument, openConversation, row } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { control, SAVANNA, sentTo, textsTo, writeAsCustomer } from './whatsapp.ts'

const rehema = { from: '254711000301', name: 'Rehema Kilonzo' }

test('a WhatsApp message appears by itself and the assistant answers with the right price', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  const other = await page.context().newPage()
  await other.goto(product.url('savanna-hotel', '/conversations'))
  const isSame = [await markDocument(page), await markDocument(other)]
  await control(product, 'settings', { statuses: 'manual' }, 'PUT')
  try {
    const text = 'How much is the deluxe room per night?'
    await writeAsCustomer(product, SAVANNA, { ...rehema, text })
    await expect(row(other, rehema.name)).toBeVisible()
    await openConversation(page, rehema.name)
    await expect(bubble(page, text)).toBeVisible()

    const answer = bubble(page, 'KES 14,500')
    await expect(answer).toContainText('Assistant')
    await expect(row(other, rehema.name)).toContainText('14,500')
    await expect.poll(() => textsTo(product, SAVANNA, rehema.from)).toHaveLength(1)
    expect((await textsTo(product, SAVANNA, rehema.from))[0]).toContain('KES 14,500')

    await answer.getByText('Why it said this').click()
    await expect(answer.getByText('Deluxe room').last()).toBeVisible()
    await expect(answer.getByText('Used').first()).toBeVisible()

    await expect(answer.getByText('Sent', { exact: true })).toBeAttached()
    const id = (await sentTo(product, SAVANNA, rehema.from))[0]?.id
    for (const [status, word] of [
      ['delivered', 'Delivered'],
      ['read', 'Read'],
    ]) {
      await control(product, `numbers/${SAVANNA}/statuses`, { statuses: [{ id, status }] })
      await expect(answer.getByText(word ?? '', { exact: true })).toBeAttached()
    }
    expect(await Promise.all(isSame.map((check) => check()))).toEqual([true, true])
  } finally {
    await control(product, 'settings', { statuses: 'auto' }, 'PUT')
  }
})
