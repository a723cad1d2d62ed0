import { desc, lt } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { outboxMails } from '../schema.server.ts'

const KEPT_MS = 7 * 24 * 3_600_000
const SHOWN_MAX = 50

/** Keeps a mail that cannot leave because no SMTP server is configured. */
export function keepInOutbox(
  platform: PlatformDb,
  mail: { tenantId: string | null; to: string; subject: string; text: string; html: string },
): void {
  const { tenantId, to: toAddress, subject, text: textBody, html: htmlBody } = mail
  platform
    .insert(outboxMails)
    .values({ tenantId, toAddress, subject, textBody, htmlBody, createdAt: Date.now() })
    .run()
}

/** The newest mails, at most 50. */
export function listOutbox(platform: PlatformDb) {
  return platform.select().from(outboxMails).orderBy(desc(outboxMails.id)).limit(SHOWN_MAX).all()
}

/** Forgets kept mails after a week: their links have expired. */
export function pruneOutbox(platform: PlatformDb): void {
  platform
    .delete(outboxMails)
    .where(lt(outboxMails.createdAt, Date.now() - KEPT_MS))
    .run()
}
