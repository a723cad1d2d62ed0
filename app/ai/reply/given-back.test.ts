import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { replyAsMember } from '#app/domain/conversations/reply.server.ts'
import { giveBack, takeOver } from '#app/domain/conversations/take-over.server.ts'
import { openPhoneShop } from '#tests/answers.ts'
import type { Chat } from '#tests/answers.ts'
import { addMember } from '#tests/inbox.ts'

let chat: Chat

beforeEach(() => (chat = openPhoneShop()))
afterEach(() => chat.close())

it('answers what the customer wrote while a person had it', async () => {
  const owner = addMember(chat.db, 'owner')
  const { conversationId } = chat.say('How much is the Samsung Galaxy A16?')
  takeOver(chat.db, owner, conversationId)
  // The job for the question runs while the assistant is paused, and does nothing.
  await chat.runAnswers()
  expect(chat.sent()).toEqual([])
  giveBack(chat.db, owner, conversationId)
  await chat.runAnswers()
  expect(chat.sent()).toMatchObject([{ authorKind: 'ai' }])
  expect(chat.sent()[0]?.text).toContain('22,999')
})

it('says nothing where the person has answered', async () => {
  const owner = addMember(chat.db, 'owner')
  const { conversationId } = chat.say('How much is the Samsung Galaxy A16?')
  replyAsMember(chat.db, owner, { conversationId, text: '22,999' })
  giveBack(chat.db, owner, conversationId)
  await chat.runAnswers()
  expect(chat.sent().map((one) => one.authorKind)).toEqual(['member'])
  const row = chat.db
    .select({ aiState: conversations.aiState })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .get()
  expect(row?.aiState).toBe('on')
})
