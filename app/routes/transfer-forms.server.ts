import { z } from 'zod'
import { orNull, requiredText } from './form-fields.ts'

const REASON_MAX = 500

const memberId = orNull(z.coerce.number('invalid').int('invalid').positive('invalid'))

/** Asking: a colleague or nobody in particular, and why. */
export const transferForm = z.object({
  targetMemberId: memberId.default(null),
  reason: requiredText(REASON_MAX),
})

/** Deciding: who gets it (empty is the queue) and a word to the one who asked. */
export const decisionForm = z.object({
  decision: z.enum(['approve', 'refuse'], 'required'),
  memberId: memberId.default(null),
  reason: z.string().trim().max(REASON_MAX, 'too_long').default(''),
})
