import type { SubscriptionStatus } from '../billing/subscription-status.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { whereReachable } from './reach.ts'
import type { CompanyReach } from './reach.ts'
import { PLATFORM_CURRENCY } from './standing.ts'
import type { Standing } from './standing.ts'

const PAGE_SIZE = 30

export type CompanyRow = {
  id: string
  slug: string
  name: string
  industry: string
  standing: Standing
  plan: string
  /** minor units a month, in its own currency */
  mrr: number
  /** null without a subscription */
  currency: string | null
  trialEndsAt: number | null
  createdAt: number
}

/** A page's order: the columns that place a row, all in one direction. */
const orders = {
  name: { columns: ['t.name collate nocase', 't.id'], direction: 'asc' },
  revenue: { columns: ['t.mrr', 't.name collate nocase', 't.id'], direction: 'desc' },
  newest: { columns: ['t.created_at', 't.id'], direction: 'desc' },
} as const

export type CompanyOrder = keyof typeof orders
export const companyOrders = Object.keys(orders) as CompanyOrder[]

/** Messages in the last week; none since then; none ever. */
export const companyActivities = ['active', 'quiet', 'never'] as const
export type CompanyActivity = (typeof companyActivities)[number]

const DAY_MS = 24 * 3_600_000
const ACTIVE_DAYS = 7

const activityConditions: Record<CompanyActivity, string> = {
  active: 't.active_day >= @activeSince',
  quiet: 't.active_day < @activeSince',
  never: 't.active_day is null',
}

export type CompanyFilter = {
  /** part of a name or address */
  search?: string
  standing?: Standing
  plan?: string
  industry?: string
  subscription?: SubscriptionStatus | 'none'
  isPaying?: boolean
  /** folded, as `toCityKey` folds it */
  city?: string
  repId?: number
  activity?: CompanyActivity
  order?: CompanyOrder
  /** id of the last row of the page before, or of the first row of the page after */
  after?: string
  before?: string
}

export type CompanyPage = { rows: CompanyRow[]; hasPrevious: boolean; hasNext: boolean }

/** Companies within reach, 30 a page. */
export function listCompanies(
  platform: PlatformDb,
  reach: CompanyReach,
  filter: CompanyFilter = {},
): CompanyPage {
  const { after, before } = filter
  const isBack = before !== undefined && after === undefined
  const found = platformSqliteOf(platform)
    .prepare<[Record<string, unknown>], CompanyRow>(toSql(reach, filter))
    .all(toValues(reach, filter))
  const hasMore = found.length > PAGE_SIZE
  const rows = found.slice(0, PAGE_SIZE)
  if (isBack) return { rows: rows.reverse(), hasPrevious: hasMore, hasNext: true }
  return { rows, hasPrevious: after !== undefined, hasNext: hasMore }
}

/** How a page of the list is read, as the database tells it. For tests. */
export function explainCompanies(
  platform: PlatformDb,
  reach: CompanyReach,
  filter: CompanyFilter,
): string {
  return platformSqliteOf(platform)
    .prepare<[Record<string, unknown>], { detail: string }>(
      `explain query plan ${toSql(reach, filter)}`,
    )
    .all(toValues(reach, filter))
    .map(({ detail }) => detail)
    .join('\n')
}

/** Only what is asked for is in the sentence, so that each filter finds its index. */
function toSql(reach: CompanyReach, filter: CompanyFilter): string {
  const { columns, direction } = orders[filter.order ?? 'name']
  const isBack = filter.before !== undefined && filter.after === undefined
  const isDown = (direction === 'desc') !== isBack
  const edge = filter.after ?? filter.before
  const place = columns.join(', ')
  const conditions = [
    whereReachable(reach),
    't.demo_of is null',
    filter.standing ? 't.standing = @standing' : `t.standing <> 'deleted'`,
    filter.plan && 't.plan = @plan',
    filter.industry && 't.industry = @industry',
    filter.subscription &&
      (filter.subscription === 'none' ? 's.status is null' : 's.status = @subscription'),
    filter.isPaying && 't.mrr > 0',
    filter.city && 't.city_key = @city',
    filter.repId !== undefined && 't.rep_id = @repId',
    filter.activity && activityConditions[filter.activity],
    filter.search && `(t.name like @search escape '\\' or t.slug like @search escape '\\')`,
    edge !== undefined &&
      `(${place}) ${isDown ? '<' : '>'} (select ${place} from tenants t where t.id = @edge)`,
  ].filter(Boolean)
  return `select t.id, t.slug, t.name, t.industry, t.standing, t.plan, t.mrr,
      s.currency, s.trial_ends_at as trialEndsAt, t.created_at as createdAt
    from tenants t left join subscriptions s on s.tenant_id = t.id
    where ${conditions.join(' and ')}
    order by ${columns.map((column) => `${column} ${isDown ? 'desc' : 'asc'}`).join(', ')}
    limit ${PAGE_SIZE + 1}`
}

function toValues({ supporterId }: CompanyReach, filter: CompanyFilter): Record<string, unknown> {
  const { search, standing, plan, industry, subscription, city, repId, after, before } = filter
  return {
    ...{ supporterId, standing, plan, industry, subscription, edge: after ?? before },
    ...{ city, repId, activeSince: Math.floor(Date.now() / DAY_MS) - ACTIVE_DAYS },
    search: search && `%${search.replace(/[\\%_]/g, '\\$&')}%`,
  }
}

/** Cities that companies are in, by name; each spelling of one is one. */
export function listCompanyCities(platform: PlatformDb): { key: string; name: string }[] {
  return platformSqliteOf(platform)
    .prepare<[], { key: string; name: string }>(
      `select city_key as key, max(city) as name from tenants
       where city_key > '' and standing <> 'deleted' group by city_key order by city_key limit 200`,
    )
    .all()
}

/** How many companies within reach stand where; what nobody stands at is left out. */
export function countCompanies(
  platform: PlatformDb,
  reach: CompanyReach,
): Partial<Record<Standing, number>> {
  const rows = platformSqliteOf(platform)
    .prepare<[CompanyReach], { standing: Standing; count: number }>(
      `select t.standing, count(*) as count from tenants t
       where t.standing <> 'deleted' and t.demo_of is null and ${whereReachable(reach)}
       group by t.standing`,
    )
    .all(reach)
  return Object.fromEntries(rows.map(({ standing, count }) => [standing, count]))
}

export type RevenueSum = { currency: string; companies: number; mrr: number }

/** Who pays now, and how much a month in each currency, minor units; the platform's own first. */
export function sumRevenue(platform: PlatformDb): RevenueSum[] {
  const sums = platformSqliteOf(platform)
    .prepare<[string], RevenueSum>(
      `select s.currency, count(*) as companies, sum(t.mrr) as mrr
       from tenants t join subscriptions s on s.tenant_id = t.id where t.mrr > 0
       group by s.currency order by s.currency <> ?, s.currency`,
    )
    .all(PLATFORM_CURRENCY)
  return sums.length > 0 ? sums : [{ currency: PLATFORM_CURRENCY, companies: 0, mrr: 0 }]
}
