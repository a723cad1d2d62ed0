import { decodeCursor } from '#app/domain/conversations/cursor.ts'
import { addDays, fromWallTime, toWallTime } from '#app/domain/company/wall-time.ts'
import { isIndustry } from '#app/industries/industry.ts'
import type { ProspectFilter } from '#app/platform/sales/list.server.ts'
import { toProspectStage } from '#app/platform/sales/stages.ts'
import { readId } from './list-filter.server.ts'
import { PLATFORM_ZONE } from './prospect-form.server.ts'

const SEARCH_MAX = 100

/** What a list of prospects is narrowed to by its address. */
export function readProspectFilter(query: URLSearchParams) {
  const industry = query.get('industry') ?? ''
  const isDue = query.get('due') === 'today'
  const filter: ProspectFilter = {
    search: (query.get('q') ?? '').trim().slice(0, SEARCH_MAX),
    stage: toProspectStage(query.get('stage')),
    repId: readId(query.get('rep')),
    city: (query.get('city') ?? '').trim().slice(0, SEARCH_MAX),
    industry: isIndustry(industry) ? industry : undefined,
    dueBy: isDue ? endOfToday(Date.now()) : undefined,
  }
  return { filter, isDue, after: decodeCursor(query.get('after') ?? '') }
}

/** The last moment of the day on the platform's clock, UTC ms. */
export function endOfToday(now: number): number {
  const tomorrow = addDays(toWallTime(now, PLATFORM_ZONE).slice(0, 10), 1)
  return (fromWallTime(`${tomorrow}T00:00`, PLATFORM_ZONE) ?? now) - 1
}

/** The first moment of a month on the platform's clock, UTC ms. @param month `2026-11` */
export function monthStart(month: string): number | undefined {
  return fromWallTime(`${month}-01T00:00`, PLATFORM_ZONE)
}

/** The month on the platform's clock, `2026-11`. */
export function monthOf(at: number): string {
  return toWallTime(at, PLATFORM_ZONE).slice(0, 7)
}

/** The month after, `2026-12`. */
export function monthAfter(month: string): string {
  return addDays(`${month}-28`, 7).slice(0, 7)
}
