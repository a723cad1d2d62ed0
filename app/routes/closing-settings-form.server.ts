import { z } from 'zod'
import { closingFields } from '#app/domain/closing/closing.ts'
import { LOST_REASONS_MAX } from '#app/domain/closing/lost-reasons.server.ts'
import { REOPEN_HOURS_MAX } from '#app/domain/closing/settings.server.ts'
import { wholeNumberField } from './form-fields.ts'

/** Empty places at the end of the list for reasons to come. */
export const REASONS_NEW = 2
const NAME_MAX = 80

const hours = wholeNumberField(0, REOPEN_HOURS_MAX)

/**
 * As posted: `require.<field>` where it is checked, `reason.<id>` and `newReason.<n>` with the
 * names in their order, `reopenHours`. An emptied name is no longer offered.
 */
export const closingSettingsForm = z.record(z.string(), z.string()).transform((typed, context) => {
  const read = hours.safeParse(typed['reopenHours'] ?? '')
  if (!read.success) context.addIssue({ ...read.error.issues[0], path: ['reopenHours'] } as never)
  const lostReasons = Object.entries(typed).flatMap(([field, text]) => {
    const [, kind, number] = /^(reason|newReason)\.(\d{1,9})$/.exec(field) ?? []
    const name = text.trim()
    if (!kind || name === '') return []
    return [{ field, name, id: kind === 'reason' ? Number(number) : undefined }]
  })
  for (const [field, message] of findProblems(lostReasons))
    context.addIssue({ code: 'custom', message, path: [field] })
  return {
    required: closingFields.filter((field) => typed[`require.${field}`] !== undefined),
    reopenHours: read.data ?? 0,
    lostReasons: lostReasons.map(({ id, name }) => ({ id, name })),
  }
})

function findProblems(reasons: { field: string; name: string }[]): [field: string, code: string][] {
  const seen = new Set<string>()
  return reasons.flatMap(({ field, name }, index): [string, string][] => {
    const key = name.toLowerCase()
    const isTwice = seen.has(key)
    seen.add(key)
    if (isTwice) return [[field, 'name_twice']]
    if (index >= LOST_REASONS_MAX || name.length > NAME_MAX) return [[field, 'invalid']]
    return []
  })
}
