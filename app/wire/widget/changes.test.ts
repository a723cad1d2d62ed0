import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  editOwnMessage,
  reactAsMember,
  removeOwnMessage,
} from '#app/domain/message-actions/change.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { openTestStream } from '#tests/event-stream.ts'
import type { TestStream } from '#tests/event-stream.ts'
import { callChat, chatRows, openTestVisit, startChatBench, until } from '#tests/web-chat.ts'
import type { ChatBench } from '#tests/web-chat.ts'

const OWNER = { id: 1, role: 'owner', extra: [] } as const

let bench: ChatBench
let stream: TestStream
let token: string
let conversationId: number
let theirs: number
let ours: number

beforeAll(async () => {
  bench = await startChatBench()
  const { server, hotel } = bench
  token = (await openTestVisit(server, hotel)).token
  const body = { key: 'first-message-1', text: 'Do you have a pool?' }
  await callChat(server, hotel, 'messages', { method: 'POST', token, body })
  const [first] = await until(
    () => rows('select id, conversation_id from messages'),
    (list) => list.length === 1,
  )
  theirs = first?.['id'] as number
  conversationId = first?.['conversation_id'] as number
  stream = await openTestStream(server.port, {
    ...{ host: 'app.localhost', cookie: '', path: `/chat/${hotel.key}/events` },
    headers: { origin: hotel.origin, authorization: `Bearer ${token}` },
  })
  await stream.next('ready')
  const author = { kind: 'member', memberId: 1 } as const
  const text = 'We have too'
  const queued = queueMessage(hotel.company.db, {
    ...{ conversationId, author, text, replyToId: theirs },
  })
  if (!queued.ok) throw new Error(queued.reason)
  ours = queued.messageId
})
afterAll(async () => {
  stream.close()
  await bench.close()
})

const rows = (sql: string) => chatRows(bench.hotel, sql)
const at = (messageId: number) => ({ conversationId, messageId })
const told = (id: number, fields: object) =>
  stream.next('messages', (data) =>
    (data as { id: number }[]).some(
      (item) =>
        item.id === id &&
        Object.entries(fields).every(([name, value]) => item[name as 'id'] === value),
    ),
  )

test('an open page hears what an answer quotes, that it was changed, and that it is gone', async () => {
  const { db } = bench.hotel.company
  await told(ours, { text: 'We have too', quote: 'Do you have a pool?', isEdited: false })
  expect(editOwnMessage(db, OWNER, { ...at(ours), text: 'We have two' })).toEqual({ ok: true })
  await told(ours, { text: 'We have two', isEdited: true })
  expect(removeOwnMessage(db, OWNER, at(ours))).toEqual({ ok: true })
  await told(ours, { text: null, isDeleted: true })
  const { body } = await callChat(bench.server, bench.hotel, 'messages', { token })
  expect(body).not.toContain('We have')
})

test('and of a reaction, until it is taken back', async () => {
  const { db } = bench.hotel.company
  expect(reactAsMember(db, OWNER, { ...at(theirs), emoji: '👍' })).toEqual({ ok: true })
  await told(theirs, { reaction: '👍' })
  expect(reactAsMember(db, OWNER, { ...at(theirs), emoji: null })).toEqual({ ok: true })
  await told(theirs, { reaction: null })
})
