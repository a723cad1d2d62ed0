import { asc, eq, sql } from 'drizzle-orm'
import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { inTransaction, prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { parseHours } from './hours.ts'
import { openState } from './open-hours.ts'
import type { OpenState } from './open-hours.ts'
import { getCompany } from './queries.server.ts'
import { holidays } from './schema.server.ts'
import type { Saver } from './settings.server.ts'

/** `day` is yyyy-mm-dd in the company's zone. */
export type Holiday = { day: string; name: string }

const DAYS = Symbol('holidays.days')

/** All holidays, the earliest first. */
export function listHolidays(db: TenantDb): Holiday[] {
  return db.select().from(holidays).orderBy(asc(holidays.day)).all()
}

/** Adds a closed day, or gives one another name. */
export function saveHoliday(db: TenantDb, saver: Saver, holiday: Holiday): void {
  inTransaction(db, () => {
    db.insert(holidays)
      .values(holiday)
      .onConflictDoUpdate({ target: holidays.day, set: { name: holiday.name } })
      .run()
    note(db, saver, 'holiday.saved', holiday)
  })
}

/** @returns false when there was none */
export function deleteHoliday(db: TenantDb, saver: Saver, day: string): boolean {
  return inTransaction(db, () => {
    const gone = db.delete(holidays).where(eq(holidays.day, day)).returning().get()
    if (!gone) return false
    note(db, saver, 'holiday.deleted', gone)
    drainQueue(db)
    return true
  })
}

/** Whether the company is open by its hours and holidays. */
export function openStateOf(db: TenantDb, now = Date.now()): OpenState {
  const { hoursJson, timeZone } = getCompany(db)
  const days = prepared(db, DAYS, selectDays).all({})
  return openState({
    ...{ hours: parseHours(hoursJson), timeZone, now },
    holidays: new Set(days.map((row) => row.day)),
  })
}

function selectDays(db: TenantDb) {
  return db
    .select({ day: holidays.day })
    .from(holidays)
    .where(sql`true`)
    .prepare()
}

function note(db: TenantDb, saver: Saver, action: string, holiday: Holiday): void {
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, {
    action,
    subjectKind: 'holiday',
    subjectId: holiday.day,
    details: holiday,
  })
}
