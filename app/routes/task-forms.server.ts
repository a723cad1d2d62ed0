import { z } from 'zod'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { readSnooze } from '#app/domain/conversations/snooze-words.server.ts'
import { defaultDue, readTask } from '#app/domain/tasks/read-task.server.ts'
import { TASK_TITLE_MAX } from '#app/domain/tasks/task.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { optionalText, orNull, requiredText } from './form-fields.ts'
import { parseForm, refuseForm } from './read-form.server.ts'
import type { ReadForm } from './read-form.server.ts'

/** Room for the time beside what is to be done. */
const LINE_MAX = TASK_TITLE_MAX + 60
const FAR_MS = 366 * 24 * 3_600_000

const id = orNull(z.coerce.number('invalid').int('invalid').positive('invalid')).default(null)

const newTask = z.object({
  what: requiredText(LINE_MAX),
  at: optionalText(20),
  ...{ conversationId: id, contactId: id, leadId: id },
})

const changedTask = z.object({ title: requiredText(TASK_TITLE_MAX), at: requiredText(20) })

type NewTask = Omit<z.infer<typeof newTask>, 'what' | 'at'> & { title: string; dueAt: number }

/** A line in somebody's own words, with or without a time chosen beside it. */
export function readNewTask(db: TenantDb, form: FormData, now = Date.now()): ReadForm<NewTask> {
  const read = parseForm(form, newTask)
  if (!read.ok) return read
  const { what, at, ...about } = read.values
  const { timeZone } = getCompany(db)
  const line = readTask(what, { now, timeZone })
  const chosen = at ? readSnooze({ at }, { now, timeZone }) : undefined
  if (chosen && !chosen.ok) return refuseForm(read.values, { at: chosen.reason })
  const title = chosen ? what : line.title
  const dueAt = chosen?.until ?? line.dueAt ?? defaultDue(now, timeZone)
  if (!title) return refuseForm(read.values, { what: 'task_needs_words' })
  if (title.length > TASK_TITLE_MAX)
    return refuseForm(read.values, { what: { code: 'too_long', values: { max: TASK_TITLE_MAX } } })
  if (dueAt - now > FAR_MS) return refuseForm(read.values, { what: 'snooze_too_far' })
  return { ok: true, values: { ...about, title, dueAt } }
}

/** Another wording, another time; a time that is over may stay as it was. */
export function readChangedTask(
  db: TenantDb,
  form: FormData,
  task: { dueAt: number; now?: number },
): ReadForm<{ title: string; dueAt: number }> {
  const read = parseForm(form, changedTask)
  if (!read.ok) return read
  const { title, at } = read.values
  const { timeZone } = getCompany(db)
  const chosen = readSnooze({ at }, { now: task.now ?? Date.now(), timeZone })
  if (chosen.ok && chosen.until !== null)
    return { ok: true, values: { title, dueAt: chosen.until } }
  const isAsBefore = at === toWallTime(task.dueAt, timeZone)
  if (isAsBefore) return { ok: true, values: { title, dueAt: task.dueAt } }
  return refuseForm(read.values, { at: chosen.ok ? 'snooze_not_understood' : chosen.reason })
}
