import { afterEach, beforeEach, expect, it } from 'vitest'
import { WABA_ID, graph, startNumber } from './test-number.ts'

let world: Awaited<ReturnType<typeof startNumber>>
beforeEach(async () => {
  world = await startNumber()
})
afterEach(() => world.close())

const create = (...components: unknown[]) =>
  graph(world.fake, 'POST', `${WABA_ID}/message_templates`, {
    ...{ name: 'visit', language: 'en', category: 'UTILITY', components },
  })
const BODY = { type: 'BODY', text: 'Your visit is near.' }

it.each([
  ['gap at the end', { type: 'BODY', text: 'Hi {{1}}', example: { body_text: [['A']] } }],
  ['gaps out of order', { type: 'BODY', text: 'Hi {{2}}.', example: { body_text: [['A']] } }],
  ['no example', { type: 'BODY', text: 'Hi {{1}}.' }],
  ['a footer with a gap', BODY, { type: 'FOOTER', text: 'Hi {{1}}' }],
  ['a header without its example', BODY, { type: 'HEADER', format: 'TEXT', text: 'A {{1}}' }],
  [
    'a picture nobody uploaded',
    BODY,
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['1'] } },
  ],
  ['a button without words', BODY, { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY' }] }],
])('refuses %s', async (_, ...components) => {
  expect((await create(...components)).status).toBe(400)
})

it('takes a picture uploaded in one piece, of the length that was said', async () => {
  const upload = async (said: number, bytes: string) => {
    const query = `file_length=${said}&file_type=image/png`
    const begun = await graph(world.fake, 'POST', `app/uploads?${query}`)
    const response = await fetch(`${world.fake.url}/v23.0/${String(begun.json.id)}`, {
      ...{ method: 'POST', body: bytes },
      headers: { authorization: 'OAuth EAAtest', file_offset: '0' },
    })
    return (await response.json()) as { h?: string }
  }
  expect(await upload(9, 'short')).toHaveProperty('error')
  const { h } = await upload(5, 'bytes')
  const header = { type: 'HEADER', format: 'IMAGE', example: { header_handle: [h] } }
  expect((await create(BODY, header)).status).toBe(200)
})

it('reviews by itself where told, edits nothing under review, deletes one language', async () => {
  world.fake.configure({ reviewMs: 20 })
  const { json } = await create(BODY)
  const edit = await graph(world.fake, 'POST', String(json.id), { components: [BODY] })
  expect(edit.status).toBe(400)
  const states = () => world.fake.templates(WABA_ID).filter((one) => one.name === 'visit')
  await expect.poll(() => states()[0]?.status).toBe('APPROVED')
  await graph(
    world.fake,
    'DELETE',
    `${WABA_ID}/message_templates?name=visit&hsm_id=${String(json.id)}`,
  )
  expect(states()).toEqual([])
})
