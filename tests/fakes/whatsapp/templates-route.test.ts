import { afterEach, beforeEach, expect, it } from 'vitest'
import { WABA_ID, graph, startNumber } from './test-number.ts'

type Page = {
  data: Array<{ id: string; name: string; status: string }>
  paging: { cursors: { after: string } }
}
const EDGE = `${WABA_ID}/message_templates`

let world: Awaited<ReturnType<typeof startNumber>>
beforeEach(async () => {
  world = await startNumber()
})
afterEach(() => world.close())

const list = async (query = '') =>
  (await graph(world.fake, 'GET', `${EDGE}?${query}`)).json as unknown as Page
const body = (text: string, examples?: string[]) => ({
  type: 'BODY',
  text,
  ...(examples ? { example: { body_text: [examples] } } : {}),
})
const create = (name: string, component: unknown, language = 'en') =>
  graph(world.fake, 'POST', EDGE, { name, language, category: 'UTILITY', components: [component] })

it('lists templates of every state, page by page, without doubles', async () => {
  const all = await list()
  expect(new Set(all.data.map((one) => one.status))).toEqual(
    new Set(['APPROVED', 'PENDING', 'REJECTED']),
  )
  const first = await list('limit=3')
  const second = await list(`limit=3&after=${first.paging.cursors.after}`)
  expect([...first.data, ...second.data].map((one) => one.id)).toEqual(
    all.data.map((one) => one.id),
  )
})

it('creates as pending, edits back to pending, deletes by name', async () => {
  const created = await create('pickup', body('Hi {{1}}!', ['Asha']))
  expect(created.json).toMatchObject({ status: 'PENDING', category: 'UTILITY' })
  await world.fake.reviewTemplate({ wabaId: WABA_ID, name: 'pickup', status: 'APPROVED' })
  expect((await list('name=pickup')).data).toMatchObject([{ status: 'APPROVED' }])
  const edit = { components: [body('Hello {{1}}!', ['Asha'])] }
  expect((await graph(world.fake, 'POST', String(created.json.id), edit)).json).toEqual({
    success: true,
  })
  expect((await list('name=pickup')).data).toMatchObject([{ status: 'PENDING' }])
  await graph(world.fake, 'DELETE', `${EDGE}?name=pickup`)
  expect((await list('name=pickup')).data).toEqual([])
})

it.each([
  ['a variable without example', 'fresh', body('Hi {{1}}')],
  ['a name with capitals', 'Fresh', body('Hi')],
  ['a name that exists', 'order_update', body('Hi')],
  ['no body', 'fresh', { type: 'FOOTER', text: 'Bye' }],
])('refuses %s', async (_name, name, component) => {
  const { status, json } = await create(name, component)
  expect([status, json.error.code]).toEqual([400, 100])
})
