import { z } from 'zod'
import { guidelineKinds } from '#app/domain/training/guidelines.server.ts'
import { parseTurns } from '#app/domain/training/turns.ts'
import { checkbox, optionalText, orNull, requiredText } from './form-fields.ts'

const ABOUT_MAX = 200
const STATEMENT_MAX = 2_000
const GUIDELINE_MAX = 500
const TITLE_MAX = 120
const TURNS_MAX = 4_000

/** What staff say is so; `until` is the last day it holds. */
export const factForm = z.object({
  about: requiredText(ABOUT_MAX),
  statement: requiredText(STATEMENT_MAX),
  until: orNull(z.iso.date('invalid_date')).default(null),
})

export const guidelineForm = z.object({
  kind: z.enum(guidelineKinds, 'invalid_choice'),
  text: requiredText(GUIDELINE_MAX),
  isActive: checkbox,
})

export const sampleForm = z.object({
  title: requiredText(TITLE_MAX),
  turns: optionalText(TURNS_MAX).transform((text, context) => {
    const turns = parseTurns(text)
    if (turns) return turns
    context.addIssue({ code: 'custom', message: text ? 'sample_turns' : 'required' })
    return z.NEVER
  }),
  isActive: checkbox,
})
