import { desc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { messages } from '#app/domain/conversations/schema.server.ts'
import { putFile, removeFile } from '#app/domain/files/store.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { FetchFailure, GuardedFetch } from './guarded-fetch.ts'
import { readPage } from './read-page.server.ts'
import type { PageFacts } from './read-page.server.ts'
import { linkPreviews, messageLinks } from './schema.server.ts'

const DAY_MS = 24 * 3_600_000
const READY_FOR_MS = 14 * DAY_MS
const FAILED_FOR_MS = DAY_MS
const RETRY_MS = 30_000
const PAGE = {
  ...{ types: /^(text\/html|application\/xhtml\+xml)$/, bytesMax: 512 * 1024 },
  whenLarger: 'cut',
} as const
const PICTURE = {
  ...{ types: /^image\/(jpeg|png|webp|gif)$/, bytesMax: 4 * 1024 * 1024 },
  whenLarger: 'refuse',
} as const
/** Twice what the page shows, for sharp screens. */
const PICTURE_PX = { width: 640, height: 336 }
const PICTURE_PIXELS_MAX = 40_000_000
/** Pages that show the newest messages with the address hear of it; older ones when opened. */
const TOLD_MAX = 20

type Preview = PageFacts & { imageFileId: number | null }

/** Job link.preview: looks at a page that a message links to and keeps what it says of itself. */
export async function lookUpLink(
  db: TenantDb,
  { url }: JobPayload<'link.preview'>,
  job: JobContext,
  fetchIt: GuardedFetch,
): Promise<JobOutcome> {
  const known = db.select().from(linkPreviews).where(eq(linkPreviews.url, url)).get()
  if (known?.state !== 'pending') return undefined
  if (getCompany(db).linkPreviews === 0) return fail(db, url, job, 'turned_off')
  const fetched = await fetchIt(url, PAGE)
  if (!fetched.ok) {
    if (mayPass(fetched.reason) && !job.isLastAttempt)
      return { retryAfterMs: RETRY_MS, error: fetched.reason }
    return fail(db, url, job, fetched.reason)
  }
  const facts = readPage(fetched.bytes, fetched)
  if (!facts) return fail(db, url, job, 'no_title')
  const imageFileId = facts.imageUrl ? await keepPicture(db, facts.imageUrl, fetchIt) : null
  job.complete(() => settle(db, url, { ...facts, imageFileId }))
  // The earlier picture has no holder any more.
  if (known.imageFileId !== null && known.imageFileId !== imageFileId)
    await removeFile(db, known.imageFileId)
  return undefined
}

function mayPass(reason: FetchFailure): boolean {
  return reason === 'unreachable' || reason === 'timeout'
}

/** The picture by the same guarded way, made small, without what a camera wrote into it. */
async function keepPicture(
  db: TenantDb,
  imageUrl: string,
  fetchIt: GuardedFetch,
): Promise<number | null> {
  const fetched = await fetchIt(imageUrl, PICTURE)
  if (!fetched.ok) return null
  const bytes = await toSmall(fetched.bytes)
  if (!bytes) return null
  const kept = await putFile(db, { name: 'preview.webp', bytes, purpose: 'message' })
  return kept.ok ? kept.fileId : null
}

async function toSmall(bytes: Buffer): Promise<Buffer | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: PICTURE_PIXELS_MAX })
      .rotate()
      .resize({ ...PICTURE_PX, fit: 'cover', position: 'attention', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer()
  } catch {
    // Not a picture, whatever it calls itself.
    return undefined
  }
}

function settle(db: TenantDb, url: string, preview: Preview): void {
  const { title, description, siteName, imageFileId } = preview
  const now = Date.now()
  db.update(linkPreviews)
    .set({
      ...{ state: 'ready', title, description, siteName, imageFileId, failureReason: null },
      ...{ fetchedAt: now, expiresAt: now + READY_FOR_MS },
    })
    .where(eq(linkPreviews.url, url))
    .run()
  tellPages(db, url)
}

/** What the page showed before stays, where it showed something. */
function fail(db: TenantDb, url: string, job: JobContext, failureReason: string): undefined {
  job.complete(() => {
    const now = Date.now()
    const known = db.select().from(linkPreviews).where(eq(linkPreviews.url, url)).get()
    const state = known?.title ? 'ready' : 'failed'
    db.update(linkPreviews)
      .set({ state, failureReason, fetchedAt: now, expiresAt: now + FAILED_FOR_MS })
      .where(eq(linkPreviews.url, url))
      .run()
  })
}

function tellPages(db: TenantDb, url: string): void {
  const rows = db
    .select({ messageId: messages.id, conversationId: messages.conversationId })
    .from(messageLinks)
    .innerJoin(messages, eq(messages.id, messageLinks.messageId))
    .where(eq(messageLinks.url, url))
    .orderBy(desc(messageLinks.messageId))
    .limit(TOLD_MAX)
    .all()
  for (const { messageId, conversationId } of rows)
    recordChange(db, 'message.changed', { conversationId, data: { messageId } })
}
