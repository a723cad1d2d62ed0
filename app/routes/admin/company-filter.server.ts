import { industrySlugs } from '#app/industries/industry.ts'
import { subscriptionStatuses } from '#app/platform/billing/subscription-status.ts'
import { companyActivities, companyOrders } from '#app/platform/companies/list.server.ts'
import type { CompanyFilter } from '#app/platform/companies/list.server.ts'
import { standings } from '#app/platform/companies/standing.ts'

const SEARCH_MAX = 100
const WORD_MAX = 40

function toId(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined
}

/** What the list of companies is asked for; a word it does not know, or may not, is left out. */
export function readCompanyFilter(
  query: URLSearchParams,
  { seesMoney }: { seesMoney: boolean },
): CompanyFilter {
  const known = <T extends string>(name: string, words: readonly T[]): T | undefined =>
    words.find((word) => word === query.get(name))
  const short = (name: string) => query.get(name)?.slice(0, WORD_MAX) || undefined
  return {
    search: (query.get('q') ?? '').trim().slice(0, SEARCH_MAX) || undefined,
    standing: known('standing', standings),
    plan: short('plan'),
    industry: known('industry', industrySlugs),
    subscription: known('subscription', [...subscriptionStatuses, 'none'] as const),
    isPaying: (seesMoney && query.get('paying') === 'yes') || undefined,
    city: short('city'),
    repId: toId(query.get('rep')),
    activity: known('activity', companyActivities),
    order: known(
      'order',
      companyOrders.filter((order) => seesMoney || order !== 'revenue'),
    ),
    ...{ after: short('after'), before: short('before') },
  }
}
