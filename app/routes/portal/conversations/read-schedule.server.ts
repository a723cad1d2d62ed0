import { getCompany } from '#app/domain/company/queries.server.ts'
import { readWords } from '#app/domain/conversations/snooze-words.server.ts'
import { fromWallTime } from '#app/domain/company/wall-time.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { textOf } from '#app/ui/inbox/form-text.ts'

/**
 * The time a form asks for: a preset as UTC ms in `when`, words such as `tomorrow 9am`, or what
 * the date field shows, on the company's clock. @returns NaN when it is none of them
 */
export function readSchedule(
  db: TenantDb,
  form: FormData,
): { sendAt: number; cancelOnReply: boolean } {
  const { timeZone } = getCompany(db)
  const [when, words] = [textOf(form, 'when'), textOf(form, 'words').trim()]
  const said = words
    ? readWords(words, Date.now(), timeZone)
    : fromWallTime(textOf(form, 'sendAt'), timeZone)
  const sendAt = /^\d{1,15}$/.test(when) ? Number(when) : (said ?? Number.NaN)
  return { sendAt, cancelOnReply: form.get('cancelOnReply') !== null }
}
