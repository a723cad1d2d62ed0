import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { replyAsMember } from '#app/domain/conversations/reply.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { takeOver } from '#app/domain/conversations/take-over.server.ts'
import { claimJob } from '#app/jobs/queue.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openPhoneShop } from '#tests/answers.ts'
import type { Chat } from '#tests/answers.ts'
import { addMember } from '#tests/inbox.ts'
import { comeBackIfAlone } from './come-back.server.ts'

const MINUTES = 10
let chat: Chat

beforeEach(() => {
  chat = openPhoneShop()
  sqliteOf(chat.db).exec(`update company set ai_return_minutes = ${MINUTES}`)
})
afterEach(() => chat.close())

const texts = () => chat.sent().map((one) => one.text ?? '')

function conversation(id: number) {
  return chat.db.select().from(conversations).where(eq(conversations.id, id)).get()
}

/** The time is up for whoever was asked to come. @returns how many jobs there were */
async function timePasses(): Promise<number> {
  const sqlite = sqliteOf(chat.db)
  sqlite.exec(`update jobs set run_at = 9e15 where state = 'queued' and kind <> 'ai.return'`)
  const due = sqlite.prepare(`update jobs set run_at = 1 where kind = 'ai.return'`).run().changes
  for (let job = claimJob(sqlite, Date.now()); job; job = claimJob(sqlite, Date.now())) {
    const error = await runJob({ store: chat.db, sqlite }, { 'ai.return': comeBackIfAlone }, job)
    if (error) throw error
  }
  return due
}

async function askForPerson(text = 'I want to talk to a person please'): Promise<number> {
  const { conversationId } = chat.say(text)
  await chat.runAnswers()
  expect(conversation(conversationId)?.aiState).toBe('paused')
  return conversationId
}

it('comes back where nobody came, says so, and answers what is asked next', async () => {
  const id = await askForPerson()
  const { unansweredSince } = conversation(id) ?? {}
  expect(unansweredSince).toEqual(expect.any(Number))
  await timePasses()
  expect(texts().at(-1)).toContain('none of my colleagues')
  const kept = { needsPersonReason: 'customer_asked', unansweredSince }
  expect(conversation(id)).toMatchObject({ aiState: 'on', ...kept })
  // What led to the call is not answered by a machine, however often it looks.
  expect(await chat.runAnswers()).toBe(0)
  chat.say('How much is the Samsung Galaxy A16?')
  await chat.runAnswers()
  expect(texts().at(-1)).toContain('22,999')
})

it('speaks the language of the customer', async () => {
  await askForPerson('Naomba kuongea na mtu tafadhali, bei ni gani?')
  await timePasses()
  expect(texts().at(-1)).toContain('Samahani')
})

it('stays away where a person has come, by taking over or by answering', async () => {
  const owner = addMember(chat.db, 'owner')
  const taken = await askForPerson()
  takeOver(chat.db, owner, taken)
  await timePasses()
  expect(conversation(taken)?.aiState).toBe('paused')
  chat.close()

  chat = openPhoneShop()
  sqliteOf(chat.db).exec(`update company set ai_return_minutes = ${MINUTES}`)
  const other = addMember(chat.db, 'owner')
  const answered = await askForPerson()
  replyAsMember(chat.db, other, { conversationId: answered, text: 'Here I am' })
  const before = texts().length
  await timePasses()
  expect(texts()).toHaveLength(before)
  expect(conversation(answered)?.aiState).toBe('paused')
})

it('stays away for good where the company says nothing of it', async () => {
  sqliteOf(chat.db).exec('update company set ai_return_minutes = null')
  const id = await askForPerson()
  expect(await timePasses()).toBe(0)
  expect(conversation(id)?.aiState).toBe('paused')
})

it('each call for a person has its own time', async () => {
  await askForPerson()
  await timePasses()
  chat.say('No, I want to talk to a person')
  await chat.runAnswers()
  expect(await timePasses()).toBe(2)
  expect(texts().filter((text) => text.includes('none of my colleagues'))).toHaveLength(2)
})
