import { z } from 'zod'
import { clockKinds } from '#app/domain/sla/clock-kinds.ts'
import { TARGET_MINUTES_MAX } from '#app/domain/sla/settings.server.ts'
import type { SlaTargets } from '#app/domain/sla/settings.server.ts'

const columns = {
  ...{ first_reply: 'firstReplyMinutes', next_reply: 'nextReplyMinutes' },
  resolution: 'resolutionMinutes',
} as const

/** As posted: `enabled`, `aiReplies`, and `target.<priority>.<kind>` in minutes or empty. */
export const slaForm = z.record(z.string(), z.string()).transform((typed, context) => {
  const ids = new Set(
    Object.keys(typed).flatMap((name) => /^target\.(\d{1,9})\./.exec(name)?.[1] ?? []),
  )
  const targets = [...ids].map((id): SlaTargets => {
    const minutes = clockKinds.map((kind) => {
      const field = `target.${id}.${kind}`
      const read = toMinutes(typed[field])
      if (read === undefined)
        context.addIssue({ code: 'custom', message: 'invalid_quantity', path: [field] })
      return [columns[kind], read ?? null]
    })
    return { id: Number(id), ...(Object.fromEntries(minutes) as Omit<SlaTargets, 'id'>) }
  })
  return {
    ...{ isOn: typed['enabled'] !== undefined, aiReplies: typed['aiReplies'] !== undefined },
    targets,
  }
})

/** @returns null where nothing is promised, undefined where it is no number of minutes */
function toMinutes(text = ''): number | null | undefined {
  if (text.trim() === '') return null
  const minutes = Number(text.trim())
  const isFine = Number.isInteger(minutes) && minutes >= 1 && minutes <= TARGET_MINUTES_MAX
  return isFine ? minutes : undefined
}
