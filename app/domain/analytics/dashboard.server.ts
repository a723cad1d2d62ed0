import { getCompany } from '#app/domain/company/queries.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { getAttention } from './attention.server.ts'
import { dayOf, spanOfDay } from './days.ts'
import { countColors, countNow, listDueTasks, listLoads, listRecent } from './now.server.ts'
import { withFigures } from './read-report.server.ts'
import type { Figure } from './report.ts'
import { figureOf, seriesTable, shareOf } from './reports/context.server.ts'
import type { ReportContext } from './reports/context.server.ts'
import { businessFigures, revenueTable } from './reports/overview.server.ts'
import { asked } from './reports/assistant.server.ts'

const TODAY = new URLSearchParams({ range: 'today' })

/** The company at a glance: today, what waits, how business goes. */
export function companyDashboard(
  db: TenantDb,
  actor: Actor,
  { params, now }: { params: URLSearchParams; now: number },
) {
  const today = withFigures(db, TODAY, now, (context) => ({ figures: todayFigures(context) }))
  const trend = withFigures(db, params, now, (context) => ({
    figures: businessFigures(context),
    tables: [revenueTable(context), openedTable(context)],
  }))
  return {
    kind: 'company' as const,
    ...{ today, trend, waiting: countNow(db, actor), colors: countColors(db, actor) },
    ...{ workload: listLoads(db), attention: getAttention(db, actor, now) },
  }
}

/** A person's own work: what they did, what they have, what is due. */
export function ownDashboard(
  db: TenantDb,
  actor: Actor,
  { params, now }: { params: URLSearchParams; now: number },
) {
  const company = getCompany(db)
  const { to } = spanOfDay(dayOf(now, company.timeZone), company.timeZone)
  const own = withFigures(db, params, now, (context) => ({
    figures: ownFigures(context, String(actor.id)),
    rank: company.showsRank ? rankOf(context, String(actor.id)) : undefined,
  }))
  return {
    kind: 'own' as const,
    ...{ own, waiting: countNow(db, actor), colors: countColors(db, actor) },
    ...{ tasks: listDueTasks(db, actor, to), recent: listRecent(db, actor) },
    attention: getAttention(db, actor, now),
  }
}

function todayFigures(context: ReportContext): Figure[] {
  return [
    figureOf(
      context,
      {
        ...{ name: 'conversations', label: 'dashboard.newConversations' },
        about: 'reports.conversationsAbout',
      },
      { metric: 'conversations' },
    ),
    figureOf(
      context,
      { name: 'messages_in', label: 'reports.messagesIn', about: 'reports.messagesInAbout' },
      { metric: 'messages_in' },
    ),
    figureOf(
      context,
      { name: 'messages_out', label: 'reports.messagesOut', about: 'reports.messagesOutAbout' },
      { metric: 'messages_out' },
    ),
    shareOf(
      context,
      { name: 'alone', label: 'dashboard.byAi', about: 'reports.aloneAbout', good: 'up' },
      {
        ...{ metric: 'conversations', of: { dimension: 'handled', key: 'assistant' } },
        wholeOf: asked,
      },
    ),
    figureOf(
      context,
      {
        ...{ name: 'first_reply', label: 'reports.firstReply', good: 'down' },
        about: 'reports.firstReplyAbout',
      },
      { metric: 'first_reply', what: 'mean', unit: 'duration' },
    ),
    figureOf(
      context,
      { name: 'closed', label: 'reports.closed', about: 'reports.closedAbout' },
      { metric: 'closed' },
    ),
  ]
}

function openedTable(context: ReportContext) {
  const named = { name: 'opened', title: 'reports.conversationsOverTime' } as const
  return seriesTable(context, { ...named, about: 'reports.conversationsAbout' }, [
    { head: { key: 'reports.conversations' }, metric: 'conversations' },
  ])
}

/** What one person did; `key` is their id. */
export function ownFigures(context: ReportContext, key: string): Figure[] {
  const of = { dimension: 'member', key }
  return [
    figureOf(
      context,
      { name: 'messages_out', label: 'dashboard.ownMessages', about: 'reports.messagesOutAbout' },
      { metric: 'messages_out', of },
    ),
    figureOf(
      context,
      {
        ...{ name: 'human_reply', label: 'dashboard.ownReply', good: 'down' },
        about: 'reports.humanReplyAbout',
      },
      { metric: 'human_reply', of, what: 'mean', unit: 'duration' },
    ),
    figureOf(
      context,
      { name: 'closed', label: 'reports.closed', about: 'reports.closedAbout' },
      { metric: 'closed', of },
    ),
    figureOf(
      context,
      { name: 'sales', label: 'reports.sales', about: 'reports.salesAbout', good: 'up' },
      { metric: 'sales', of },
    ),
    figureOf(
      context,
      { name: 'revenue', label: 'reports.revenue', about: 'reports.revenueAbout', good: 'up' },
      { metric: 'sales', of, what: 'sum', unit: 'money' },
    ),
    figureOf(
      context,
      { name: 'rating', label: 'reports.rating', about: 'reports.ratingAbout', good: 'up' },
      { metric: 'ratings', of, what: 'mean', unit: 'rating' },
    ),
  ]
}

/** The place among those who closed anything; who closed as many shares it. */
/** Their place among all who closed something; undefined when they closed nothing. */
export function rankOf({ figures, chosen }: ReportContext, key: string) {
  const split = figures.split('closed', 'member', chosen.period)
  const own = split.get(key)?.count ?? 0
  const others = [...split].filter(([id]) => id !== '' && id !== key)
  const better = others.filter(([, { count }]) => count > own)
  return own === 0 ? undefined : { place: better.length + 1, of: others.length + 1 }
}
