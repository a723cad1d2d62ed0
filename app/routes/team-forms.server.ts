import { z } from 'zod'
import { CAPACITY_MAX } from '#app/domain/assignment/settings.server.ts'
import { optionalText, orNull, requiredText, wholeNumberField } from './form-fields.ts'

const NAME_MAX = 60
const REASON_MAX = 500

export const departmentForm = z.object({ name: requiredText(NAME_MAX) })

const id = z.coerce.number('invalid').int('invalid').positive('invalid')

/** A member's work; the ticked skills are read beside it, there are several of one name. */
export const workForm = z.object({
  title: optionalText(NAME_MAX),
  departmentId: orNull(id).default(null),
  capacity: orNull(wholeNumberField(0, CAPACITY_MAX)).default(null),
})

/** Who takes over: a member's id, `spread` or `queue`. */
export const leavingForm = z.object({
  to: z.union([z.enum(['spread', 'queue']), id], 'required'),
  reason: optionalText(REASON_MAX),
})
