import { createHash } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { addVersion } from '#app/domain/knowledge/document-versions.server.ts'
import { deleteDocument, writeText } from '#app/domain/knowledge/documents.server.ts'
import { documents } from '#app/domain/knowledge/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { websitePages } from './schema.server.ts'
import type { Website, WebsitePage } from './websites.server.ts'

const NAME_CHARACTERS_MAX = 200
/** A page that did not answer is asked so often in one run. */
export const ATTEMPTS_MAX = 3

type Met = { site: Pick<Website, 'id' | 'run'>; page: WebsitePage }

/** A page was read: it becomes a source of its own, or the one it was is brought up to date. */
export function notePageRead(
  db: TenantDb,
  { site, page }: Met,
  read: { title: string; text: string },
): void {
  const textHash = createHash('sha256').update(`${read.title}\0${read.text}`).digest('hex')
  inTransaction(db, () => {
    const isSame = page.textHash === textHash && page.documentId !== null
    const documentId = isSame ? page.documentId : writePage(db, page, read)
    const change = isSame ? 'same' : page.textHash === null ? 'new' : 'changed'
    const now = Date.now()
    const changedAt = isSame ? page.changedAt : now
    set(db, page.id, {
      ...{ state: 'read', reason: null, change, documentId, textHash, changedAt },
      ...{ run: site.run, readAt: now },
    })
    recordChange(db, 'knowledge.changed')
  })
}

/** Left out on purpose: what it taught before goes. */
export function skipPage(db: TenantDb, { site, page }: Met, reason: string): void {
  inTransaction(db, () => {
    forget(db, page)
    const state = { state: 'skipped', reason, change: null, textHash: null } as const
    set(db, page.id, { ...state, documentId: null, run: site.run })
    recordChange(db, 'knowledge.changed')
  })
}

/**
 * No page came. One that was there and now is refused is gone, and the assistant no longer uses
 * it; one that did not answer is asked again, and keeps what it taught before.
 */
export function notePageMissing(db: TenantDb, { site, page }: Met, reason: string): void {
  inTransaction(db, () => {
    const isGone = reason === 'refused' && page.documentId !== null
    const attempts = page.attempts + 1
    const mayRetry = ['timeout', 'unreachable'].includes(reason) && attempts < ATTEMPTS_MAX
    if (isGone) {
      forget(db, page)
      const gone = { state: 'gone', change: 'gone', documentId: null, textHash: null } as const
      set(db, page.id, { ...gone, reason, run: site.run, changedAt: Date.now() })
    } else if (mayRetry) set(db, page.id, { attempts, reason })
    else set(db, page.id, { state: 'failed', attempts, reason, change: null, run: site.run })
    recordChange(db, 'knowledge.changed')
  })
}

function set(db: TenantDb, id: number, values: Partial<WebsitePage>): void {
  db.update(websitePages).set(values).where(eq(websitePages.id, id)).run()
}

function forget(db: TenantDb, page: WebsitePage): void {
  if (page.documentId !== null) deleteDocument(db, page.documentId)
}

function writePage(
  db: TenantDb,
  page: WebsitePage,
  { title, text }: { title: string; text: string },
): number {
  const now = Date.now()
  const known = db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.url, page.url))
    .get()
  const name = freeName(db, title, { url: page.url, ownId: known?.id ?? 0 })
  const id =
    known?.id ??
    db
      .insert(documents)
      .values({ name, text: '', origin: 'page', url: page.url, createdAt: now, updatedAt: now })
      .returning({ id: documents.id })
      .get().id
  db.update(documents).set({ name }).where(eq(documents.id, id)).run()
  const version = addVersion(db, id, { text, format: 'html' })
  writeText(db, id, { text, format: 'html', pages: null, fileId: null, version })
  return id
}

/** Pages of one site often share a title; a document's name is its own. */
function freeName(db: TenantDb, title: string, page: { url: string; ownId: number }): string {
  const { pathname, host, search } = new URL(page.url)
  const candidates = [title, `${title} (${pathname}${search})`, `${host}${pathname}${search}`]
  const isFree = (name: string) =>
    !db
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.name, name), ne(documents.id, page.ownId)))
      .get()
  const names = candidates.map((name) => name.slice(0, NAME_CHARACTERS_MAX))
  return names.find(isFree) ?? page.url.slice(-NAME_CHARACTERS_MAX)
}
