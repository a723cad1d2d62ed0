import { countFailedJobs } from '../failed-jobs.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { countCompanies, listCompanies } from './list.server.ts'
import { sumInvoices, sumPayments } from './money-lists.server.ts'
import type { CompanyReach } from './reach.ts'
import { listRevenueCurrencies, readRevenueMonths } from './revenue.server.ts'
import type { RevenueMonth } from './revenue.server.ts'
import { PLATFORM_CURRENCY } from './standing.ts'

const MONTHS_SHOWN = 12
const NEWEST_SHOWN = 5
const MONTHS_A_YEAR = 12

/** Revenue now, as it is reckoned from the months. Amounts are minor units, shares 0–1. */
export type RevenueNow = {
  mrr: number
  arr: number
  paying: number
  /** what a paying company pays a month on average; null without one */
  average: number | null
  /** against the end of the month before; null where that was nothing */
  growth: number | null
  churn: number | null
}

/** The business at a glance; nothing here opens a company's file. */
export function readOverview(platform: PlatformDb, reach: CompanyReach, now: number) {
  const currency = PLATFORM_CURRENCY
  const months = readRevenueMonths(platform, { currency, now, months: MONTHS_SHOWN })
  return {
    months,
    revenue: toRevenueNow(months),
    /** what is paid in other currencies: never added to the platform's own */
    others: listRevenueCurrencies(platform)
      .filter((one) => one !== currency)
      .map((one) => {
        const theirs = readRevenueMonths(platform, { currency: one, now, months: 2 })
        return { currency: one, ...toRevenueNow(theirs) }
      }),
    standings: countCompanies(platform, reach),
    overdue: sumInvoices(platform, { state: 'overdue', now }),
    failedPayments: sumPayments(platform, { state: 'failed', now }),
    undecidedPayments: sumPayments(platform, { state: 'undecided', now }),
    failedJobs: countFailedJobs(platform),
    newest: listCompanies(platform, reach, { order: 'newest' }).rows.slice(0, NEWEST_SHOWN),
  }
}

function toRevenueNow(months: RevenueMonth[]): RevenueNow {
  const [before, current] = months.slice(-2)
  const mrr = current?.mrr ?? 0
  const paying = current?.paying ?? 0
  const start = before?.mrr ?? 0
  const startPaying = before?.paying ?? 0
  return {
    ...{ mrr, paying, arr: mrr * MONTHS_A_YEAR },
    average: paying === 0 ? null : Math.round(mrr / paying),
    growth: start === 0 ? null : (mrr - start) / start,
    churn: startPaying === 0 ? null : (current?.moved.churned.count ?? 0) / startPaying,
  }
}
