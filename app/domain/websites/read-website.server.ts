import { and, asc, eq, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { GuardedFetch } from '#app/domain/link-previews/guarded-fetch.ts'
import type { Reader } from '#app/domain/readers/open-reader.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { mayBePage, toPageAddress } from './address.ts'
import { notePageMissing, notePageRead, skipPage } from './note-page.server.ts'
import { fetchRobots, toRules } from './robots.server.ts'
import type { Rules } from './robots.server.ts'
import { websitePages, websites } from './schema.server.ts'
import { listSitemapPages } from './sitemap.server.ts'
import { addPages, findWebsite, runLater, skipWaiting, startRun } from './websites.server.ts'
import type { Website, WebsitePage } from './websites.server.ts'

/** One run of the job ends after so long and goes on in the next, well within its lease. */
const BATCH_MS_MAX = 30_000
const PAGE_BYTES_MAX = 2 * 1024 * 1024
const PAGE_TYPES = /^(text\/html|application\/xhtml\+xml)$/
/** A page with less text has nothing to say. */
const TEXT_CHARACTERS_MIN = 40
/** Pages a site may lead to, beside those that are read: more are not even noted. */
const NOTED_FACTOR = 5
const DAY_MS = 24 * 3_600_000

export type WebsiteDeps = {
  reader: Reader
  fetchPublic: GuardedFetch
  /** waits between two pages; tests do not */
  pause: (ms: number) => Promise<void>
}

type Step = { site: Website; page: WebsitePage; rules: Rules }

/**
 * Job website.read: reads pages one by one, in the order of their depth, as the site's robots.txt
 * allows and no faster than it asks. How far it came is written with each page: after a crash it
 * goes on with the next.
 */
export async function readWebsite(
  db: TenantDb,
  payload: { websiteId: number; run: number },
  deps: WebsiteDeps,
): Promise<{ retryAfterMs: number } | undefined> {
  begin(db, payload)
  const until = Date.now() + BATCH_MS_MAX
  for (;;) {
    const site = findWebsite(db, payload.websiteId)
    // Cancelled, deleted, or begun anew meanwhile.
    if (site?.state !== 'reading' || site.run !== payload.run) return undefined
    if (site.robots === null && !(await prepare(db, site, deps))) return undefined
    const page = nextPage(db, site)
    if (!page) {
      finish(db, site)
      return undefined
    }
    const { origin } = new URL(site.startUrl)
    const rules = toRules(origin, findWebsite(db, site.id)?.robots ?? '')
    await readNext(db, { site, page, rules }, deps)
    if (Date.now() > until) return { retryAfterMs: rules.delayMs }
    await deps.pause(rules.delayMs)
  }
}

/** The day has come that was set at the end of the reading before. */
function begin(db: TenantDb, { websiteId, run }: { websiteId: number; run: number }): void {
  const site = findWebsite(db, websiteId)
  if (site && site.state !== 'reading' && site.nextRunAt !== null && site.run === run - 1)
    startRun(db, websiteId)
}

/** @returns whether the site may be read at all */
async function prepare(db: TenantDb, site: Website, deps: WebsiteDeps): Promise<boolean> {
  const { origin } = new URL(site.startUrl)
  const robots = await fetchRobots(deps.fetchPublic, origin)
  if (!robots.ok) {
    end(db, site, robots.reason)
    return false
  }
  const { sitemaps } = toRules(origin, robots.text)
  const { pagesMax } = site
  const urls = await listSitemapPages(deps.fetchPublic, { origin, sitemaps, pagesMax })
  inTransaction(db, () => {
    db.update(websites).set({ robots: robots.text }).where(eq(websites.id, site.id)).run()
    if (site.depthMax > 0) addPages(db, site, { urls, depth: 1 })
  })
  return true
}

/** What answered before comes before what is tried again. */
function nextPage(db: TenantDb, site: Website): WebsitePage | undefined {
  const isOwn = eq(websitePages.websiteId, site.id)
  const read = db
    .select({ n: sql<number>`count(*)` })
    .from(websitePages)
    .where(and(isOwn, eq(websitePages.state, 'read')))
    .get()
  if ((read?.n ?? 0) >= site.pagesMax) return undefined
  return db
    .select()
    .from(websitePages)
    .where(and(isOwn, eq(websitePages.state, 'waiting')))
    .orderBy(asc(websitePages.attempts), asc(websitePages.depth), asc(websitePages.id))
    .limit(1)
    .get()
}

async function readNext(db: TenantDb, step: Step, deps: WebsiteDeps): Promise<void> {
  const { site, page, rules } = step
  if (!rules.mayRead(page.url)) return skipPage(db, step, 'robots')
  const wish = { types: PAGE_TYPES, bytesMax: PAGE_BYTES_MAX, whenLarger: 'refuse' } as const
  const fetched = await deps.fetchPublic(page.url, wish)
  if (!fetched.ok) return notePageMissing(db, step, fetched.reason)
  const address = toPageAddress(fetched.url) ?? page.url
  if (address !== page.url) return goElsewhere(db, step, { address, why: 'redirect' })
  const { bytes, charset } = fetched
  const read = await deps.reader.readPage({ kind: 'page', bytes, charset, url: address })
  if (!read.ok) return notePageMissing(db, step, read.reason)
  const canonical = read.canonical && toPageAddress(read.canonical)
  if (canonical && canonical !== page.url)
    return goElsewhere(db, step, { address: canonical, why: 'canonical' })
  if (read.mayFollow) follow(db, { site, page, links: read.links })
  if (!read.mayIndex) return skipPage(db, step, 'noindex')
  if (read.text.length < TEXT_CHARACTERS_MIN) return skipPage(db, step, 'empty')
  notePageRead(db, step, read)
}

/** The page is known by another address: that one is read instead, when it is on the same site. */
function goElsewhere(
  db: TenantDb,
  step: Step,
  to: { address: string; why: 'redirect' | 'canonical' },
): void {
  const { site, page } = step
  const isOurs = new URL(to.address).origin === new URL(site.startUrl).origin
  if (isOurs) addPages(db, site, { urls: [to.address], depth: page.depth })
  skipPage(db, step, isOurs ? to.why : 'elsewhere')
}

function follow(
  db: TenantDb,
  { site, page, links }: { site: Website; page: WebsitePage; links: string[] },
): void {
  if (page.depth >= site.depthMax) return
  const noted = db
    .select({ n: sql<number>`count(*)` })
    .from(websitePages)
    .where(eq(websitePages.websiteId, site.id))
    .get()
  const room = site.pagesMax * NOTED_FACTOR - (noted?.n ?? 0)
  const urls = links.flatMap((link) => toPageAddress(link) ?? []).filter(mayBePage)
  if (room <= 0) return
  inTransaction(db, () =>
    addPages(db, site, { urls: [...new Set(urls)].slice(0, room), depth: page.depth + 1 }),
  )
}

/** A site none of whose pages could be read has failed, for the reason of its first page. */
function finish(db: TenantDb, site: Website): void {
  const isOwn = eq(websitePages.websiteId, site.id)
  const read = db
    .select({ id: websitePages.id })
    .from(websitePages)
    .where(and(isOwn, sql`document_id is not null`))
    .limit(1)
    .get()
  const first = db
    .select({ reason: websitePages.reason })
    .from(websitePages)
    .where(and(isOwn, sql`reason is not null`))
    .orderBy(asc(websitePages.depth), asc(websitePages.id))
    .limit(1)
    .get()
  end(db, site, read ? null : (first?.reason ?? 'empty'))
}

function end(db: TenantDb, site: Website, failureReason: string | null): void {
  inTransaction(db, () => {
    skipWaiting(db, site.id, 'limit')
    const now = Date.now()
    const nextRunAt = site.everyDays === null ? null : now + site.everyDays * DAY_MS
    const state = failureReason === null ? 'read' : 'failed'
    db.update(websites)
      .set({ state, failureReason, finishedAt: now, nextRunAt })
      .where(eq(websites.id, site.id))
      .run()
    if (nextRunAt !== null) runLater(db, { id: site.id, run: site.run + 1, at: nextRunAt })
    recordChange(db, 'knowledge.changed')
  })
}
