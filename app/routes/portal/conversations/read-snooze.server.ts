import { getCompany } from '#app/domain/company/queries.server.ts'
import { readSnooze } from '#app/domain/conversations/snooze-words.server.ts'
import type { SnoozeTime } from '#app/domain/conversations/snooze-words.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** The time a snooze form means; its buttons and fields exclude each other. */
export function readSnoozeForm(db: TenantDb, form: FormData | URLSearchParams): SnoozeTime {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() ? value.trim() : undefined
  }
  const wish = {
    ...{ preset: text('preset'), untilReply: text('preset') === 'reply' },
    ...{ words: text('words'), at: text('at') },
  }
  return readSnooze(wish, { now: Date.now(), timeZone: getCompany(db).timeZone })
}
