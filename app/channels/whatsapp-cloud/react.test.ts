import { afterAll, beforeAll, expect, test } from 'vitest'
import { reactAsMember } from '#app/domain/message-actions/change.server.ts'
import { messagesOf, rows, startWhatsAppBench, until } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'
import { hotelOf } from '#tests/whatsapp-hotel.ts'

const OWNER = { id: 1, role: 'owner', extra: [] } as const

let bench: WhatsAppBench

beforeAll(async () => {
  bench = await startWhatsAppBench()
})
afterAll(() => bench.close())

const reactionsSent = () =>
  hotelOf(bench)
    .sent()
    .flatMap(({ type, body }) => (type === 'reaction' ? [body['reaction']] : []))

test('a reaction goes out as one and is taken back with an empty emoji', async () => {
  const conversationId = await hotelOf(bench).customerWrites()
  const [theirs] = messagesOf(bench.hotel)
  const place = { conversationId, messageId: theirs?.id ?? 0 }
  const { db } = bench.hotel.company
  expect(reactAsMember(db, OWNER, { ...place, emoji: '❤️' })).toEqual({ ok: true })
  await until(reactionsSent, (list) => list.length === 1)
  expect(reactAsMember(db, OWNER, { ...place, emoji: null })).toEqual({ ok: true })
  const sent = await until(reactionsSent, (list) => list.length === 2)
  const message_id = theirs?.provider_id
  expect(sent).toEqual([
    { message_id, emoji: '❤️' },
    { message_id, emoji: '' },
  ])
})

test('one that Meta refuses is not shown, and the message says so', async () => {
  const conversationId = await hotelOf(bench).customerWrites('254700000077', 'refuse me')
  const theirs = messagesOf(bench.hotel).find((one) => one.text === 'refuse me')
  const messageId = theirs?.id ?? 0
  bench.fake.fail({ kind: 'error', code: 131009, match: { route: 'messages' } })
  const { db } = bench.hotel.company
  reactAsMember(db, OWNER, { conversationId, messageId, emoji: '👍' })
  const failed = 'select change_failed as what from messages where id = ?'
  await until(
    () => rows(bench.hotel, failed, messageId),
    ([row]) => row?.['what'] === 'reaction',
  )
  const left = 'select 1 from message_reactions where message_id = ?'
  expect(rows(bench.hotel, left, messageId)).toEqual([])
})
