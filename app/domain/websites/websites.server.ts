import { and, asc, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { deleteDocument } from '#app/domain/knowledge/documents.server.ts'
import { toLikePattern } from '#app/domain/knowledge/listing.ts'
import { enqueue, postpone } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { toAuthorId } from '#app/domain/members/author.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { toStartAddress } from './address.ts'
import { websitePages, websites } from './schema.server.ts'

const WEBSITES_SHOWN = 100
const PAGES_PER_PAGE = 30
const DAY_MS = 24 * 3_600_000

export type Website = typeof websites.$inferSelect
export type WebsitePage = typeof websitePages.$inferSelect
export type NewWebsite = {
  startUrl: string
  depthMax: number
  pagesMax: number
  everyDays: number | null
  memberId: number
}

/** Adds a website and begins to read it. */
export function addWebsite(
  db: TenantDb,
  site: NewWebsite,
): { ok: true; id: number } | { ok: false; reason: 'invalid_address' | 'website_known' } {
  const startUrl = toStartAddress(site.startUrl)
  if (!startUrl) return { ok: false, reason: 'invalid_address' }
  return inTransaction(db, () => {
    const { depthMax, pagesMax, everyDays, memberId } = site
    const added = db
      .insert(websites)
      .values({
        ...{ startUrl, depthMax, pagesMax, everyDays, state: 'reading' },
        ...{ createdByMemberId: toAuthorId(memberId), createdAt: Date.now() },
      })
      .onConflictDoNothing()
      .returning({ id: websites.id })
      .get()
    if (!added) return { ok: false, reason: 'website_known' }
    startRun(db, added.id)
    return { ok: true, id: added.id }
  })
}

/**
 * Begins to read a website, from its start and every page known so far. One that is being read
 * goes on as it is.
 *
 * @returns false when there is no such website
 */
export function startRun(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    const site = findWebsite(db, id)
    if (!site) return false
    if (site.state === 'reading' && site.run > 0) return true
    const run = site.run + 1
    const fresh = { failureReason: null, robots: null, finishedAt: null, nextRunAt: null }
    db.update(websites)
      .set({ ...fresh, state: 'reading', run, startedAt: Date.now() })
      .where(eq(websites.id, id))
      .run()
    db.update(websitePages)
      .set({ state: 'waiting', reason: null, attempts: 0 })
      .where(and(eq(websitePages.websiteId, id), ne(websitePages.state, 'gone')))
      .run()
    addPages(db, { ...site, run }, { urls: [site.startUrl], depth: 0 })
    runLater(db, { id, run, at: Date.now() })
    recordChange(db, 'knowledge.changed')
    return true
  })
}

/** The same job whether somebody asked or the day has come: it is only moved nearer. */
export function runLater(db: TenantDb, next: { id: number; run: number; at: number }): void {
  const { id: websiteId, run, at: runAt } = next
  const key = `${websiteId}:${run}`
  if (!enqueue(db, 'website.read', { websiteId, run }, { key, runAt }))
    postpone(db, 'website.read', key, runAt)
}

/** Stops reading; what was read stays. */
export function cancelRun(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    const { changes } = db
      .update(websites)
      .set({ state: 'cancelled', finishedAt: Date.now() })
      .where(and(eq(websites.id, id), eq(websites.state, 'reading')))
      .run()
    if (changes === 0) return false
    skipWaiting(db, id, 'cancelled')
    recordChange(db, 'knowledge.changed')
    return true
  })
}

/**
 * Changes how far and how often a website is read. The next reading keeps to it; when that is
 * counts from the newest one.
 *
 * @returns false when there is no such website
 */
export function updateWebsite(
  db: TenantDb,
  id: number,
  change: Pick<NewWebsite, 'depthMax' | 'pagesMax' | 'everyDays'>,
): boolean {
  return inTransaction(db, () => {
    const site = findWebsite(db, id)
    if (!site) return false
    const { everyDays } = change
    const from = site.finishedAt ?? Date.now()
    const isPlanned = everyDays !== null && site.state !== 'reading'
    const nextRunAt = isPlanned ? Math.max(from + everyDays * DAY_MS, Date.now()) : null
    db.update(websites)
      .set({ ...change, nextRunAt })
      .where(eq(websites.id, id))
      .run()
    if (nextRunAt !== null) runLater(db, { id, run: site.run + 1, at: nextRunAt })
    recordChange(db, 'knowledge.changed')
    return true
  })
}

/** Forgets a website and everything that was learned from it. */
export function deleteWebsite(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    const rows = db
      .select({ documentId: websitePages.documentId })
      .from(websitePages)
      .where(eq(websitePages.websiteId, id))
      .all()
    for (const { documentId } of rows) if (documentId !== null) deleteDocument(db, documentId)
    return db.delete(websites).where(eq(websites.id, id)).run().changes > 0
  })
}

export function findWebsite(db: TenantDb, id: number): Website | undefined {
  return db.select().from(websites).where(eq(websites.id, id)).get()
}

/** Newest first, each with how many of its pages were read. */
export function listWebsites(db: TenantDb, search?: string) {
  const pattern = toLikePattern(search)
  return db
    .select({
      ...{ id: websites.id, startUrl: websites.startUrl, state: websites.state },
      ...{ finishedAt: websites.finishedAt, failureReason: websites.failureReason },
      ...{ everyDays: websites.everyDays, nextRunAt: websites.nextRunAt },
      pagesRead: sql<number>`(select count(*) from website_pages
        where website_pages.website_id = websites.id and document_id is not null)`,
    })
    .from(websites)
    .where(pattern === undefined ? undefined : sql`start_url like ${pattern} escape '\\'`)
    .orderBy(desc(websites.id))
    .limit(WEBSITES_SHOWN)
    .all()
}

/** How many pages are in which state, and what the newest reading found. */
export function countPages(db: TenantDb, websiteId: number) {
  const rows = db
    .select({ state: websitePages.state, change: websitePages.change, n: sql<number>`count(*)` })
    .from(websitePages)
    .where(eq(websitePages.websiteId, websiteId))
    .groupBy(websitePages.state, websitePages.change)
    .all()
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, { n }) => total + n, 0)
  return {
    all: sum(() => true),
    waiting: sum(({ state }) => state === 'waiting'),
    read: sum(({ state }) => state === 'read'),
    failed: sum(({ state }) => state === 'failed'),
    skipped: sum(({ state }) => state === 'skipped'),
    gone: sum(({ state }) => state === 'gone'),
    new: sum(({ state, change }) => state === 'read' && change === 'new'),
    changed: sum(({ state, change }) => state === 'read' && change === 'changed'),
  }
}

export const pageFilters = ['all', 'new', 'changed', 'gone', 'failed', 'skipped'] as const
export type PageFilter = (typeof pageFilters)[number]

/** Pages in the order they were found. @param list.after id of the last one seen */
export function listPages(
  db: TenantDb,
  websiteId: number,
  list: { show: PageFilter; search?: string; after?: number },
): { items: WebsitePage[]; nextAfter: number | null } {
  const { show, after = 0 } = list
  const pattern = toLikePattern(list.search)
  const isChange = show === 'new' || show === 'changed'
  const rows = db
    .select()
    .from(websitePages)
    .where(
      and(
        ...[eq(websitePages.websiteId, websiteId), gt(websitePages.id, after)],
        isChange
          ? and(eq(websitePages.change, show), eq(websitePages.state, 'read'))
          : show === 'all'
            ? undefined
            : eq(websitePages.state, show),
        pattern === undefined ? undefined : sql`url like ${pattern} escape '\\'`,
      ),
    )
    .orderBy(asc(websitePages.id))
    .limit(PAGES_PER_PAGE + 1)
    .all()
  const items = rows.slice(0, PAGES_PER_PAGE)
  return { items, nextAfter: rows.length > PAGES_PER_PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** Notes addresses that this run is to read; known ones stay as they are, gone ones wake. */
export function addPages(
  db: TenantDb,
  site: Pick<Website, 'id' | 'run'>,
  found: { urls: string[]; depth: number },
): void {
  for (const url of found.urls) {
    db.insert(websitePages)
      .values({ websiteId: site.id, url, depth: found.depth, state: 'waiting', run: site.run })
      .onConflictDoUpdate({
        target: [websitePages.websiteId, websitePages.url],
        set: { state: 'waiting', reason: null, attempts: 0, run: site.run },
        setWhere: sql`state = 'gone' and run < ${site.run}`,
      })
      .run()
  }
}

export function skipWaiting(db: TenantDb, websiteId: number, reason: string): void {
  db.update(websitePages)
    .set({ state: 'skipped', reason })
    .where(and(eq(websitePages.websiteId, websiteId), inArray(websitePages.state, ['waiting'])))
    .run()
}
