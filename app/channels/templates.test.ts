import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listTemplates } from '#app/domain/endpoints/templates.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import type { TemplateContent } from '#app/domain/templates/content.ts'
import { findTemplateDetail } from '#app/domain/templates/list.server.ts'
import { addTemplate, changeTemplate, removeTemplate } from '#app/domain/templates/save.server.ts'
import { startConversation } from '#app/domain/starting/start.server.ts'
import { PIXEL, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { TestEndpoint, WhatsAppBench } from '#tests/whatsapp.ts'

const OWNER = { id: 1, name: 'Owner', role: 'owner', extra: [] } as const
const CONTENT: TemplateContent = {
  ...{ category: 'UTILITY', header: 'NONE', headerText: '', headerExample: '' },
  ...{ body: 'Hello {{1}}, your room is ready.', examples: ['Asha'], footer: '', buttons: [] },
}
const WABA = '102290129350398'
let bench: WhatsAppBench
let hotel: TestEndpoint

beforeEach(async () => {
  bench = await startWhatsAppBench()
  hotel = bench.hotel
  // The list that is fetched at the start must not use up a fault meant for what follows.
  await vi.waitFor(() => expect(listTemplates(hotel.company.db, hotel.id)).not.toEqual([]), {
    timeout: 10_000,
  })
})
afterEach(() => bench.close())

function add(more: Partial<TemplateContent> = {}, headerFileId: number | null = null): number {
  const made = addTemplate(hotel.company.db, OWNER, {
    ...{ endpointId: hotel.id, name: 'room_ready', language: 'en' },
    ...{ content: { ...CONTENT, ...more }, headerFileId },
  })
  if (!made.ok) throw new Error(made.reason)
  return made.id
}
const stateOf = (id: number) => findTemplateDetail(hotel.company.db, id)
const until = (id: number, state: string) =>
  vi.waitFor(() => expect(stateOf(id)?.state).toBe(state), { timeout: 25_000 })
const atVendor = () => bench.fake.templates(WABA).filter((one) => one.name === 'room_ready')
const review = (status: 'APPROVED' | 'REJECTED', reason?: string) =>
  bench.fake.reviewTemplate({ wabaId: WABA, name: 'room_ready', status, reason })

test('made, reviewed, approved, changed, rejected, deleted', async () => {
  const id = add()
  await until(id, 'pending')
  await review('APPROVED')
  await until(id, 'approved')
  const content = { ...CONTENT, body: 'Dear {{1}}, your room is ready.' }
  changeTemplate(hotel.company.db, OWNER, id, { content, headerFileId: null })
  await until(id, 'pending')
  await review('REJECTED', 'INCORRECT_CATEGORY')
  await until(id, 'rejected')
  expect(stateOf(id)).toMatchObject({ reason: 'INCORRECT_CATEGORY', body: content.body })
  removeTemplate(hotel.company.db, OWNER, id)
  await vi.waitFor(() => expect(stateOf(id)).toBeUndefined(), { timeout: 10_000 })
  expect(atVendor()).toEqual([])
})

test('a picture above the words is uploaded for the review, and sent with the message', async () => {
  const { db } = hotel.company
  const put = await putFile(db, { name: 'room.png', bytes: PIXEL, purpose: 'message' })
  if (!put.ok) throw new Error(put.reason)
  const id = add({ header: 'IMAGE' }, put.fileId)
  await until(id, 'pending')
  await review('APPROVED')
  await until(id, 'approved')
  const template = { name: 'room_ready', language: 'en', variables: ['Asha'] }
  const to = { phone: '+254712000333' }
  expect(startConversation(db, OWNER, { to, endpointId: hotel.id, template })).toMatchObject({
    ok: true,
  })
  await vi.waitFor(() => expect(bench.fake.sent(hotel.phoneNumberId)).toHaveLength(1), {
    timeout: 10_000,
  })
  expect(bench.fake.sent(hotel.phoneNumberId)[0]?.body).toMatchObject({
    type: 'template',
    template: {
      components: [
        {
          type: 'header',
          parameters: [{ type: 'image', image: { id: expect.any(String) as string } }],
        },
        { type: 'body', parameters: [{ type: 'text', text: 'Asha' }] },
      ],
    },
  })
})

test('refused with the vendor’s reason; what it made without answering is found again', async () => {
  bench.fake.fail({
    kind: 'error',
    code: 100,
    details: 'The words are not allowed',
    match: { route: 'templates' },
    times: 1,
  })
  const id = add()
  await until(id, 'failed')
  expect(stateOf(id)?.reason).toBe('The words are not allowed')
  bench.fake.fail({ kind: 'accept-then-drop', match: { route: 'templates' }, times: 1 })
  changeTemplate(hotel.company.db, OWNER, id, { content: CONTENT, headerFileId: null })
  await until(id, 'pending')
  expect(atVendor()).toHaveLength(1)
}, 30_000)

test('one of this name made elsewhere is not taken for ours', async () => {
  const other = { name: 'room_ready', language: 'en', category: 'UTILITY' }
  const made = await fetch(`${bench.fake.url}/v26.0/${WABA}/message_templates`, {
    method: 'POST',
    headers: { authorization: 'Bearer token-hotel', 'content-type': 'application/json' },
    body: JSON.stringify({ ...other, components: [{ type: 'BODY', text: 'Something else' }] }),
  })
  expect(made.status).toBe(200)
  const id = add()
  await until(id, 'failed')
  expect(stateOf(id)?.reason).toContain('of this name in this language already')
})
