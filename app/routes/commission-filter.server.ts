import { commissionStates } from '#app/platform/sales/commissions.server.ts'
import type { CommissionFilter } from '#app/platform/sales/commissions.server.ts'
import { readId } from './list-filter.server.ts'
import { monthAfter, monthOf, monthStart } from './prospect-filter.server.ts'

const MONTHS_OFFERED = 13

/** What a list of commissions is narrowed to by its address. */
export function readCommissionFilter(query: URLSearchParams) {
  const asked = query.get('month') ?? ''
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : ''
  const state = commissionStates.find((one) => one === query.get('state'))
  const filter: CommissionFilter = {
    ...{ state, repId: readId(query.get('rep')) },
    ...(month && { from: monthStart(month), to: monthStart(monthAfter(month)) }),
  }
  return { filter, month }
}

/** The months one may choose, newest first, as `2026-11`. */
export function recentMonths(now: number): string[] {
  const months = [monthOf(now)]
  while (months.length < MONTHS_OFFERED) {
    const [year, month] = months.at(-1)!.split('-').map(Number) as [number, number]
    months.push(new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7))
  }
  return months
}
