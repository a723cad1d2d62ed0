import { z } from 'zod'
import { toOneLine } from '#app/ai/prompt/text.ts'
import { fromWallTime } from '#app/domain/company/wall-time.ts'
import { tagByAssistant } from '#app/domain/conversations/tag-by-assistant.server.ts'
import { listTags } from '#app/domain/labels/tags.server.ts'
import { applyReading } from '#app/domain/lead-fields/apply-reading.server.ts'
import { findLeadField, leadFieldsOf } from '#app/domain/lead-fields/fields.server.ts'
import { findOpenLead } from '#app/domain/leads/create.server.ts'
import { parseFieldValue } from '#app/domain/lead-fields/value.ts'
import { promiseFollowUp } from '#app/domain/tasks/promise.server.ts'
import { TASK_TITLE_MAX } from '#app/domain/tasks/task.ts'
import { tool } from './tool.ts'

const FIELD_VALUE_MAX = 400
const TAGS_OFFERED_MAX = 60
const REASON_MAX = 300
const FOLLOW_UP_DAYS_MAX = 90
const DAY_MS = 86_400_000

const leadInput = z.strictObject({
  field: z.string().max(60),
  value: z.string().trim().min(1).max(FIELD_VALUE_MAX),
})

/**
 * What the customer says of what they want. It is noted as proposed, with the customer's newest
 * message as its source: what a person decided is never overwritten.
 */
export const captureLeadField = tool({
  offer: (db) => {
    const fields = leadFieldsOf(db)
    if (fields.length === 0) return undefined
    const keys = fields.map(({ key, kind, about, options }) => {
      const form = options.length > 0 ? options.map(({ value }) => value).join(', ') : kind
      return `${key} (${form}): ${about}`
    })
    return {
      description: `Notes something about what this customer wants, only as they said it. Money as a plain number, days as yyyy-mm-dd. Fields: ${keys.join(' ')}`,
      input: leadInput,
    }
  },
  run: ({ db, thread, company }, { field: key, value }: z.infer<typeof leadInput>) => {
    const field = findLeadField(db, key)
    if (!field) return { ok: false, result: 'There is no such field.' }
    if (!parseFieldValue(field, value, company.currency).ok)
      return { ok: false, result: 'The value does not have the form of this field.' }
    const { id: conversationId, contactId } = thread.conversation
    const messageId = thread.turn.at(-1)?.id
    if (messageId === undefined || findOpenLead(db, contactId) === undefined)
      return { ok: false, result: 'There is no open opportunity to note it on.' }
    return {
      ok: true,
      result: 'It will be noted.',
      effect: (store) => {
        const leadId = findOpenLead(store, contactId)?.id
        if (leadId === undefined) return false
        const values = [{ field: key, value, messageId }]
        return applyReading(store, { leadId, conversationId, values }).refused === 0
      },
    }
  },
})

const tagInput = z.strictObject({ tag: z.string().max(200) })

/** One of the company's own tags; none is made. */
export const tagConversation = tool({
  offer: (db) => {
    const names = listTags(db).slice(0, TAGS_OFFERED_MAX)
    if (names.length === 0) return undefined
    const list = names.map(({ name }) => toOneLine(name, 60)).join('; ')
    return {
      description: `Puts one of the company’s tags on this conversation, for its staff. Tags: ${list}`,
      input: tagInput,
    }
  },
  run: ({ db, thread }, { tag: tagName }: z.infer<typeof tagInput>) => {
    if (!listTags(db).some(({ name }) => name === tagName))
      return { ok: false, result: 'There is no such tag.' }
    const conversationId = thread.conversation.id
    return {
      ok: true,
      result: 'The tag will be put on.',
      effect: (store) => tagByAssistant(store, { conversationId, tagName, now: Date.now() }),
    }
  },
})

const followUpInput = z.strictObject({
  about: z.string().trim().min(1).max(TASK_TITLE_MAX),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  time: z.string().regex(/^\d{2}:\d{2}$/),
})

/** A promise to the customer that a person keeps. What was asked for is not said back: it is no fact. */
export const createFollowUp = tool({
  offer: () => ({
    description:
      'Reminds a colleague to get back to this customer. about: what is owed, in a few words; day as yyyy-mm-dd and time as HH:MM on the company’s clock, both as the customer asked or agreed to.',
    input: followUpInput,
  }),
  run: ({ thread, company, now }, { about, day, time }: z.infer<typeof followUpInput>) => {
    const dueAt = fromWallTime(`${day}T${time}`, company.timeZone)
    if (dueAt === undefined) return { ok: false, result: 'There is no such day or time.' }
    if (dueAt <= now) return { ok: false, result: 'That time has passed.' }
    if (dueAt > now + FOLLOW_UP_DAYS_MAX * DAY_MS)
      return { ok: false, result: `It has to be within ${FOLLOW_UP_DAYS_MAX} days.` }
    const conversationId = thread.conversation.id
    const title = toOneLine(about, TASK_TITLE_MAX)
    return {
      ok: true,
      result: 'A colleague will be reminded at that time.',
      effect: (store) => promiseFollowUp(store, { conversationId, title, dueAt }),
    }
  },
})

const handOverInput = z.strictObject({ reason: z.string().trim().min(1).max(REASON_MAX) })

/** Decided here whatever the reply then says of it. */
export const handOverTool = tool({
  offer: () => ({
    description:
      'Gives the conversation to a colleague: when the customer wants a person, is angry, or asks for what only a person may decide. reason: one short sentence for the colleague. Afterwards write the reply with handOver true.',
    input: handOverInput,
  }),
  run: (_scope, { reason }: z.infer<typeof handOverInput>) => ({
    ok: true,
    result: 'A colleague takes over. Tell the customer so, with handOver true.',
    wantsPerson: toOneLine(reason, REASON_MAX),
  }),
})
