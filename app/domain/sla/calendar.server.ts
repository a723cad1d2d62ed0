import { listHolidays } from '#app/domain/company/holidays.server.ts'
import { parseHours } from '#app/domain/company/hours.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Calendar } from './business-time.ts'

/** The company's opening hours and holidays, in which its promises are counted. */
export function readCalendar(db: TenantDb): Calendar {
  const { hoursJson, timeZone } = getCompany(db)
  const holidays = new Set(listHolidays(db).map((holiday) => holiday.day))
  return { hours: parseHours(hoursJson), timeZone, holidays }
}
