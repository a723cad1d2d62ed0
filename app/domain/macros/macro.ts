import { z } from 'zod'
import { closeOutcomes } from '#app/domain/closing/closing.ts'

export const MACRO_STEPS_MAX = 20
export const MACRO_NAME_MAX = 60
const TEXT_MAX = 4_000
const HOURS_MAX = 24 * 90

const id = z.number().int().positive()
const text = z.string().trim().min(1, 'required').max(TEXT_MAX, 'too_long')

/** One thing a macro does. Names in braces in a text are filled in when it runs. */
export const macroStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), text }),
  z.object({ kind: z.literal('ready_answer'), cannedId: id }),
  z.object({ kind: z.literal('note'), text }),
  z.object({ kind: z.literal('add_tag'), tagId: id }),
  z.object({ kind: z.literal('remove_tag'), tagId: id }),
  /** null is the company's usual priority */
  z.object({ kind: z.literal('priority'), priorityId: id.nullable() }),
  z.object({
    kind: z.literal('assign'),
    to: z.union([
      z.object({ kind: z.literal('me') }),
      z.object({ kind: z.literal('queue') }),
      z.object({ kind: z.literal('member'), id }),
      /** whoever of the department has the fewest open */
      z.object({ kind: z.literal('department'), id }),
    ]),
  }),
  /** null: until the customer replies */
  z.object({ kind: z.literal('snooze'), hours: z.number().int().min(1).max(HOURS_MAX).nullable() }),
  z.object({ kind: z.literal('close'), outcome: z.enum(closeOutcomes) }),
  z.object({ kind: z.literal('hand_to_assistant') }),
])
export type MacroStep = z.infer<typeof macroStep>
export type MacroStepKind = MacroStep['kind']

export const macroStepKinds = macroStep.options.map((one) => one.shape.kind.value)

export const macroSteps = z.array(macroStep).min(1, 'required').max(MACRO_STEPS_MAX, 'too_long')

/** Whose a macro is: everybody's, a department's, or one's own. */
export type MacroScope =
  { kind: 'company' } | { kind: 'department'; id: number } | { kind: 'private' }
