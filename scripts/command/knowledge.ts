import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { upsertDocument } from '#app/domain/knowledge/documents.server.ts'
import { upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import type { InvalidRow } from '#app/domain/knowledge/rows.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { Refusal } from './command.ts'

export type KnowledgeKind = 'faq' | 'document' | 'product'

/**
 * Teaches a company from one file: FAQs and products are JSON lists, a document any UTF-8 text.
 *
 * @throws Refusal when the file does not fit; then nothing was added, and the row is named
 */
export function addKnowledge(
  db: TenantDb,
  kind: KnowledgeKind,
  file: { name: string; bytes: Buffer },
): { added: number } {
  const text = readText(file.bytes)
  if (kind === 'document') return added(upsertDocument(db, { name: file.name, text }))
  const rows = readJson(text)
  return added(kind === 'faq' ? upsertFaqs(db, rows) : upsertProducts(db, rows))
}

function added(result: { ok: true; added?: number } | InvalidRow): { added: number } {
  if (result.ok) return { added: result.added ?? 1 }
  const details = result.issues.map((issue) => `${issue.path} ${issue.message}`.trim()).join('; ')
  throw new Refusal('invalid_row', `Row ${result.row}: ${details}. Nothing was added.`)
}

function readText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('not_text', 'The file is no UTF-8 text')
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('not_json', 'The file is no JSON')
  }
}
