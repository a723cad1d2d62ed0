import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  editOwnMessage,
  reactAsMember,
  removeOwnMessage,
} from '#app/domain/message-actions/change.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { allRead, ANN, rowsOf, startTelegramBench, storedMessages, until } from '#tests/telegram.ts'
import type { TelegramBench, TelegramLine } from '#tests/telegram.ts'

const OWNER = { id: 1, role: 'owner', extra: [] } as const

let bench: TelegramBench
let hotel: TelegramLine
let conversationId: number
let theirs: number

beforeAll(async () => {
  bench = await startTelegramBench()
  hotel = bench.hotel
  await bench.fake.deliverMessage(hotel.token, { type: 'text', from: ANN, text: 'Hello' })
  await allRead(hotel)
  const [first] = storedMessages(hotel)
  conversationId = first?.conversation_id as number
  theirs = first?.id as number
})
afterAll(() => bench.close())

async function say(text: string): Promise<number> {
  const author = { kind: 'member', memberId: 1 } as const
  const queued = queueMessage(hotel.company.db, { conversationId, author, text })
  if (!queued.ok) throw new Error(queued.reason)
  await until(
    () => storedMessages(hotel).find((one) => one.id === queued.messageId),
    (row) => row?.status === 'sent',
  )
  return queued.messageId
}

const callsOf = (method: string) =>
  bench.fake.calls(hotel.token).filter((call) => call.method === method)
const at = (messageId: number) => ({ conversationId, messageId })

test('a reaction is set and taken back', async () => {
  const { db } = hotel.company
  expect(reactAsMember(db, OWNER, { ...at(theirs), emoji: '👍' })).toEqual({ ok: true })
  await until(
    () => callsOf('setMessageReaction'),
    (calls) => calls.length === 1,
  )
  reactAsMember(db, OWNER, { ...at(theirs), emoji: null })
  const calls = await until(
    () => callsOf('setMessageReaction'),
    (list) => list.length === 2,
  )
  expect(calls.map((call) => call.params.reaction)).toEqual([[{ type: 'emoji', emoji: '👍' }], []])
  expect(calls.every((call) => call.ok)).toBe(true)
})

test('words are changed, then the message is deleted, there and here', async () => {
  const { db } = hotel.company
  const id = await say('Helo')
  expect(editOwnMessage(db, OWNER, { ...at(id), text: 'Hello there' })).toEqual({ ok: true })
  await until(
    () => bench.fake.sent(hotel.token).at(-1)?.text,
    (text) => text === 'Hello there',
  )
  expect(removeOwnMessage(db, OWNER, at(id))).toEqual({ ok: true })
  const row = await until(
    () => storedMessages(hotel).find((one) => one.id === id),
    (one) => one?.text === null,
  )
  expect(row?.text).toBeNull()
  expect(bench.fake.sent(hotel.token)).toEqual([])
})

test('what Telegram refuses for good is as it was, and the message says so', async () => {
  const { db } = hotel.company
  const id = await say('Yes')
  bench.fake.fail({
    ...{ kind: 'error', errorCode: 400, description: "message can't be edited" },
    match: { method: 'editmessagetext' },
  })
  editOwnMessage(db, OWNER, { ...at(id), text: 'No' })
  const failed = () =>
    rowsOf(hotel, 'select text, change_failed, edited_at from messages where id = ?', id)
  await until(failed, ([row]) => row?.['change_failed'] !== null)
  expect(failed()).toEqual([{ text: 'Yes', change_failed: 'wording', edited_at: null }])
})

test('an overloaded Telegram is asked again, and what it quoted keeps its place', async () => {
  const { db } = hotel.company
  const author = { kind: 'member', memberId: 1 } as const
  const queued = queueMessage(db, {
    ...{ conversationId, author, text: 'As you asked', replyToId: theirs },
  })
  const id = queued.ok ? queued.messageId : 0
  await until(
    () => storedMessages(hotel).find((one) => one.id === id),
    (row) => row?.status === 'sent',
  )
  const quoted = callsOf('sendMessage').at(-1)?.params.reply_parameters
  const theirId = Number(storedMessages(hotel)[0]?.provider_id?.split(':')[1])
  expect(quoted).toMatchObject({ message_id: theirId })
  bench.fake.fail({
    ...{ kind: 'error', errorCode: 429, retryAfter: 1, times: 1 },
    match: { method: 'deletemessage' },
  })
  expect(removeOwnMessage(db, OWNER, at(id))).toEqual({ ok: true })
  await until(
    () => storedMessages(hotel).find((one) => one.id === id),
    (row) => row?.text === null,
  )
  expect(callsOf('deleteMessage').at(-1)?.ok).toBe(true)
})
