import { eq } from 'drizzle-orm'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { upsertFaqs } from './faqs.server.ts'
import { cleanText } from './rows.server.ts'
import type { FaqRow, InvalidRow } from './rows.server.ts'
import { faqs } from './schema.server.ts'

/** Adds one pair by hand: unlike an import, it does not write over a known question's answer. */
export function addFaq(
  db: TenantDb,
  faq: FaqRow,
): { ok: true } | InvalidRow | { ok: false; reason: 'question_taken' } {
  return inTransaction(db, () => {
    // Compared as it will be stored.
    const question = cleanText(faq.question.length, 0).parse(faq.question)
    const known = db.select({ id: faqs.id }).from(faqs).where(eq(faqs.question, question)).get()
    if (known) return { ok: false, reason: 'question_taken' }
    const added = upsertFaqs(db, [faq])
    return added.ok ? { ok: true } : added
  })
}
