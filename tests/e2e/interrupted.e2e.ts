import { bubble, openConversation, row } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, writeAsCustomer } from './whatsapp.ts'

const nuru = { from: '254711000961', name: 'Nuru Asks' }
const salim = { from: '254711000962', name: 'Salim Meanwhile' }
const bakari = { from: '254711000963', name: 'Bakari Lost' }

test('news that comes while older news is being fetched hides neither', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await writeAsCustomer(product, SAVANNA, { ...nuru, text: 'Is there a gym?' })
  await openConversation(page, nuru.name)
  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByText('Wanjiru Kamau answers').first()).toBeVisible()

  // The thread's answer is there, the list's is not: then the load is given up for the next.
  let lists = 0
  await page.route(/\.data\?.*conversations%2Flist/, async (route) => {
    lists += 1
    if (lists > 1) return route.continue()
    await writeAsCustomer(product, SAVANNA, { ...salim, text: 'Do you have a pool?' })
    await expect.poll(() => lists).toBeGreaterThan(1)
    await route.abort().catch(() => {})
  })
  const isThread = (url: string) => url.includes('.data') && url.includes('conversations%2Fthread')
  const threadCame = page.waitForResponse((response) => isThread(response.url()))
  await writeAsCustomer(product, SAVANNA, { ...nuru, text: 'And a sauna?' })
  await threadCame
  await expect(bubble(page, 'And a sauna?')).toBeVisible()
  await expect(row(page, salim.name)).toBeVisible()
  expect(lists).toBeGreaterThan(1)
})

test('news whose load is lost on the way is shown all the same', async ({ page, product }) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  let lost = 0
  await page.route(/\.data\?.*conversations%2Flist/, async (route) => {
    lost += 1
    return lost === 1 ? route.abort('connectionreset') : route.continue()
  })
  await writeAsCustomer(product, SAVANNA, { ...bakari, text: 'What time is breakfast?' })
  await expect(row(page, bakari.name)).toBeVisible()
  expect(lost).toBeGreaterThan(1)
})
