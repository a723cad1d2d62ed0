import { inboxStatuses, inboxSorts, inboxTabs } from './inbox-words.ts'
import type { InboxSort, InboxStatus, InboxTab, ScoreColor } from './inbox-words.ts'

/** What the list is asked to show. A search looks through everything within reach, closed too. */
export type InboxView = {
  tab: InboxTab
  /** default: open, and not snoozed */
  status?: InboxStatus
  needsPerson: boolean
  search: string
  sort: InboxSort
  /** a member's id */
  assignee?: number
  channel?: string
  score?: ScoreColor
  tag?: number
  priority?: number
  /** the last message is of these days, `2026-08-03`, both included, in the company's zone */
  from?: string
  until?: string
  hasMedia?: boolean
  /** the customer has waited for at least so many hours */
  unansweredHours?: number
}

const SEARCH_LENGTH_MAX = 100
const HOURS_MAX = 24 * 365

/** Reads a view from an address; whatever does not fit becomes the default. */
export function parseInboxView(params: URLSearchParams): InboxView {
  const get = (name: string) => params.get(name) ?? ''
  const one = <T extends string>(names: readonly T[], name: string) =>
    names.find((known) => known === get(name))
  return withoutEmpty({
    tab: one(inboxTabs, 'tab') ?? 'all',
    status: one(inboxStatuses, 'status'),
    needsPerson: get('needs') === 'person',
    search: get('q').trim().slice(0, SEARCH_LENGTH_MAX),
    sort: one(inboxSorts, 'sort') ?? 'newest',
    assignee: toId(get('assignee')),
    channel: /^[a-z-]{1,32}$/.exec(get('channel'))?.[0],
    score: one(['green', 'yellow', 'red'] as const, 'score'),
    tag: toId(get('tag')),
    priority: toId(get('priority')),
    from: toDay(get('from')),
    until: toDay(get('until')),
    hasMedia: get('media') === '1' || undefined,
    unansweredHours: toHours(get('unanswered')),
  })
}

/** The view as an address query, without what is the default; '' or `?tab=mine`. */
export function inboxQuery(view: Partial<InboxView> & { cursor?: string }): string {
  const text = new URLSearchParams(inboxParams(view)).toString()
  return text && `?${text}`
}

/** The same as names and values, for the hidden fields of a form. */
export function inboxParams(
  view: Partial<InboxView> & { cursor?: string },
): Record<string, string> {
  const params = {
    tab: view.tab === 'all' ? undefined : view.tab,
    status: view.status,
    needs: view.needsPerson ? 'person' : undefined,
    assignee: view.assignee,
    channel: view.channel,
    score: view.score,
    tag: view.tag,
    priority: view.priority,
    from: view.from,
    until: view.until,
    media: view.hasMedia ? '1' : undefined,
    unanswered: view.unansweredHours,
    sort: view.sort === 'newest' ? undefined : view.sort,
    q: view.search,
    cursor: view.cursor,
  }
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  )
}

/** What narrows a view beyond its tab. */
export function filtersOf(view: InboxView): Partial<InboxView> {
  const { tab: _tab, search: _search, sort: _sort, status, needsPerson, ...rest } = view
  return withoutEmpty({ ...rest, status, needsPerson: needsPerson || undefined })
}

/** Drops what is undefined, so that two views are the same when they look so. */
function withoutEmpty<T extends object>(view: T): T {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as T
}

function toId(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

function toDay(text: string): string | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`))
  return isDay ? text : undefined
}

function toHours(text: string): number | undefined {
  const hours = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return hours > 0 ? Math.min(hours, HOURS_MAX) : undefined
}
