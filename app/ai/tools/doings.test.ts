import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { answerTurn } from '#app/ai/reply/answer-turn.server.ts'
import { suggestReply } from '#app/ai/reply/suggest.server.ts'
import { tryOut } from '#app/ai/reply/try-out.server.ts'
import { listToolCalls } from '#app/domain/answers/tool-calls.server.ts'
import { addDays, toWallTime } from '#app/domain/company/wall-time.ts'
import { company } from '#app/domain/company/schema.server.ts'
import { giveBack } from '#app/domain/conversations/take-over.server.ts'
import { addTag } from '#app/domain/labels/tags.server.ts'
import { conversationTags } from '#app/domain/labels/schema.server.ts'
import { leadFieldsOf } from '#app/domain/lead-fields/fields.server.ts'
import { leadFieldValues } from '#app/domain/lead-fields/schema.server.ts'
import { createLead } from '#app/domain/leads/create.server.ts'
import { tasks } from '#app/domain/tasks/schema.server.ts'
import { toolDefaults } from '#app/domain/tools/kinds.ts'
import type { JobContext } from '#app/jobs/run-job.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openPhoneShop } from '#tests/answers.ts'
import type { Chat } from '#tests/answers.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import type { AnthropicFake } from '#tests/fakes/anthropic/server.ts'
import { addMember } from '#tests/inbox.ts'

let fake: AnthropicFake
const open: Chat[] = []

beforeAll(async () => {
  fake = await startAnthropicFake()
})
afterEach(() => {
  fake.reset()
  for (const chat of open.splice(0)) chat.close()
})
afterAll(() => fake.close())

function start() {
  const chat = openPhoneShop({ anthropicUrl: fake.url, apiKey: 'sk-test' })
  open.push(chat)
  const owner = addMember(chat.db, 'owner')
  return { ...chat, owner }
}

const callsOf = (chat: Chat, at = -1) => listToolCalls(chat.db, chat.answers().at(at)!.id)
const tasksOf = (chat: Chat) => chat.db.select().from(tasks).all()
const day = addDays(toWallTime(Date.now(), 'Africa/Nairobi').slice(0, 10), 2)
const followUp = { name: 'create_follow_up', input: { about: 'Call back', day, time: '09:30' } }

/** The model calls this, then answers with confidence. */
function scriptCall(...toolUse: { name: string; input: Record<string, unknown> }[]): void {
  const answer = { reply: 'All right!', sources: [], confidence: 0.95 }
  fake.script([{ when: { called: false }, reply: { toolUse } }, { reply: { answer } }])
}

describe('what a tool does', () => {
  it('is done with the answer: a follow-up owed by whoever is there, a tag, a field of the lead', async () => {
    const chat = start()
    addTag(chat.db, { id: chat.owner.id, name: 'owner' }, { name: 'Delivery', color: 'accent' })
    const { contactId, conversationId } = chat.say('Remind me the day after tomorrow')
    const made = createLead(chat.db, chat.owner, { contactId, title: '' })
    const field = leadFieldsOf(chat.db).find(({ kind }) => kind === 'text')!
    scriptCall(
      followUp,
      { name: 'tag_conversation', input: { tag: 'Delivery' } },
      { name: 'capture_lead_field', input: { field: field.key, value: 'Galaxy A16' } },
    )
    await chat.runAnswers()
    expect(callsOf(chat).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
    const [task] = tasksOf(chat)
    expect(task).toMatchObject({ conversationId, contactId, memberId: chat.owner.id })
    expect(toWallTime(task!.dueAt, 'Africa/Nairobi')).toBe(`${day}T09:30`)
    expect(chat.db.select().from(conversationTags).all()).toMatchObject([{ conversationId }])
    expect(chat.db.select().from(leadFieldValues).all()).toMatchObject([
      { leadId: made.ok ? made.id : 0, field: field.key, value: 'Galaxy A16', source: 'ai' },
    ])
  })

  it('is done once, whether the process dies before the end or after it', async () => {
    const chat = start()
    const { conversationId } = chat.say('Remind me the day after tomorrow')
    scriptCall(followUp)
    const dying: JobContext = {
      ...{ attempt: 1, isLastAttempt: false },
      complete: (write) =>
        inTransaction(chat.db, () => {
          write?.()
          throw new Error('the machine went away')
        }),
    }
    const turn = { conversationId }
    await expect(answerTurn(chat.db, chat.deps, turn, dying)).rejects.toThrow('went away')
    expect(tasksOf(chat)).toEqual([])
    await chat.runAnswers()
    expect(tasksOf(chat)).toHaveLength(1)
    await answerTurn(chat.db, chat.deps, turn, { ...dying, complete: (write) => write?.() })
    expect(tasksOf(chat)).toHaveLength(1)
  })

  it('is done once for the same words, when they are answered again', async () => {
    const chat = start()
    const { conversationId } = chat.say('Remind me the day after tomorrow')
    const answer = { reply: 'Wait.', handOver: true, handOverReason: 'asked', confidence: 0.9 }
    fake.script([
      { when: { called: false }, reply: { toolUse: [followUp, followUp] } },
      { reply: { answer } },
    ])
    await chat.runAnswers()
    expect(callsOf(chat).map(({ outcome }) => outcome)).toEqual(['done', 'repeated'])
    expect(tasksOf(chat)).toHaveLength(1)
    // Being told to wait is an answer; taken back, the same words are answered anew.
    for (const { id } of chat.sent())
      sqliteOf(chat.db).prepare('delete from messages where id = ?').run(id)
    giveBack(chat.db, chat.owner, conversationId)
    await chat.runAnswers()
    expect(chat.answers()).toHaveLength(2)
    expect(callsOf(chat)[0]).toMatchObject({ outcome: 'repeated' })
    expect(tasksOf(chat)).toHaveLength(1)
  })

  it('is not done where nothing is sent: tried out, suggested, or out of date', async () => {
    const chat = start()
    scriptCall(followUp)
    const messages = [{ by: 'customer' as const, text: 'Remind me the day after tomorrow' }]
    const tried = await tryOut(chat.db, chat.deps, { messages })
    expect(tried).toMatchObject({ calls: [{ tool: 'create_follow_up', outcome: 'not_done' }] })
    const { conversationId } = chat.say('Remind me the day after tomorrow')
    await suggestReply(chat.db, chat.deps, { conversationId, memberId: chat.owner.id })
    expect(callsOf(chat)).toMatchObject([{ outcome: 'not_done' }])
    expect(tasksOf(chat)).toEqual([])
  })

  it('is refused where it makes no sense, and the model is told so', async () => {
    const chat = start()
    chat.say('Remind me yesterday')
    scriptCall(
      { ...followUp, input: { ...followUp.input, day: '2020-01-01' } },
      { ...followUp, input: { ...followUp.input, day: '2026-02-31' } },
      { name: 'capture_lead_field', input: { field: 'salary', value: '1' } },
    )
    await chat.runAnswers()
    expect(callsOf(chat).map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused'])
    expect(tasksOf(chat)).toEqual([])
  })
})

describe('what a company allows', () => {
  it('is offered and carried out, and nothing else', async () => {
    const chat = start()
    const settings = { ...toolDefaults, create_follow_up: { isOn: false, dailyMax: 2 } }
    const aiToolsJson = JSON.stringify(settings)
    chat.db.update(company).set({ aiToolsJson }).where(eq(company.id, 1)).run()
    chat.say('Remind me the day after tomorrow')
    scriptCall(followUp)
    await chat.runAnswers()
    const sent = JSON.parse(fake.requests[0]!.raw) as { tools: { name: string }[] }
    expect(sent.tools.map(({ name }) => name)).not.toContain('create_follow_up')
    expect(callsOf(chat)).toMatchObject([{ outcome: 'refused' }])
    expect(tasksOf(chat)).toEqual([])
  })

  it('is done so often a day in one conversation', async () => {
    const chat = start()
    for (const time of ['09:00', '10:00', '11:00']) {
      scriptCall({ ...followUp, input: { ...followUp.input, time } })
      chat.say(`Remind me at ${time}`)
      await chat.runAnswers()
    }
    expect(tasksOf(chat)).toHaveLength(toolDefaults.create_follow_up.dailyMax)
    expect(callsOf(chat)).toMatchObject([{ outcome: 'refused' }])
  })
})

it('a person is called whatever the reply then says', async () => {
  const chat = start()
  chat.say('This is the third time it broke!')
  scriptCall({ name: 'hand_over', input: { reason: 'It broke three times' } })
  await chat.runAnswers()
  expect(chat.answers()).toMatchObject([
    { outcome: 'handed_over', handOverReason: 'It broke three times' },
  ])
  expect(chat.conversation()).toMatchObject({ aiState: 'paused' })
})
