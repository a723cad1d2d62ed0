import { z } from 'zod'
import { inquiryTypes } from '#app/domain/analytics/topics.ts'
import { CAPACITY_MAX } from '#app/domain/assignment/settings.server.ts'
import { strategies } from '#app/domain/assignment/strategy.ts'
import type { Strategy } from '#app/domain/assignment/strategy.ts'
import { checkbox, wholeNumberField, optionalText, requiredText } from './form-fields.ts'
import { textFields } from './read-form.server.ts'

const MESSAGE_CHARACTERS_MAX = 1_000
const AWAY_MINUTES_MAX = 240
const NAME_MAX = 60
const WORDS_MAX = 2_000

/** How conversations find their owner. */
export const assignmentForm = z.object({
  strategy: z.enum(strategies, 'invalid'),
  queueWhen: z.enum(['always', 'needs_person'], 'invalid'),
  defaultCapacity: wholeNumberField(1, CAPACITY_MAX),
  autoAwayMinutes: wholeNumberField(1, AWAY_MINUTES_MAX),
  directTransfer: checkbox,
  outOfHoursMessage: optionalText(MESSAGE_CHARACTERS_MAX),
  outOfHoursWithAi: checkbox,
})

export const endpointStrategyForm = z.object({
  strategy: z
    .enum(['', ...strategies], 'invalid')
    .transform((name): Strategy | null => (name === '' ? null : name)),
})

export const holidayForm = z.object({
  day: z.iso.date('invalid'),
  name: requiredText(NAME_MAX),
})

const skill = z.object({
  name: requiredText(NAME_MAX),
  words: optionalText(WORDS_MAX),
  forUnhappy: checkbox,
})

/** A skill's fields; who has it and what it is for come as a box each. */
export function skillForm(form: FormData) {
  const memberIds = form
    .getAll('memberId')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)
  const chosen = form.getAll('inquiryType')
  const about = inquiryTypes.filter((type) => chosen.includes(type))
  const parsed = skill.transform((fields) => ({ ...fields, memberIds, inquiryTypes: about }))
  return { schema: parsed, typed: textFields(form) }
}
