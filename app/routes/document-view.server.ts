import { openFile } from '#app/domain/files/store.server.ts'
import { listVersions } from '#app/domain/knowledge/document-versions.server.ts'
import type { Document } from '#app/domain/knowledge/documents.server.ts'
import { listPassagesOf } from '#app/domain/knowledge/passages.server.ts'
import { getUsage } from '#app/domain/knowledge/source-usage.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { toKnowledgeFrame } from './knowledge-frame.server.ts'

/** Longer texts make a form slow on a cheap phone. */
const EDITED_CHARACTERS_MAX = 100_000
const SHOWN_CHARACTERS = 5_000
const PASSAGES_PER_PAGE = 10

/** What the page of one document shows. `?part=2` is the second page of its passages. */
export function toDocumentView(
  db: TenantDb,
  member: Actor,
  { document, request }: { document: Document; request: Request },
) {
  const source = { kind: 'document', id: document.id } as const
  const passages = listPassagesOf(db, source)
  const { text, ...facts } = document
  const isLong = text.length > EDITED_CHARACTERS_MAX
  const file = document.fileId ? openFile(db, document.fileId)?.file : undefined
  const parts = Math.max(1, Math.ceil(passages.length / PASSAGES_PER_PAGE))
  const asked = Number(new URL(request.url).searchParams.get('part')) || 1
  const part = Math.min(Math.max(1, Math.trunc(asked)), parts)
  const from = (part - 1) * PASSAGES_PER_PAGE
  return {
    document: { ...facts, ...getUsage(db, source), fileName: file?.name ?? null },
    text: document.origin !== 'written' ? '' : isLong ? text.slice(0, SHOWN_CHARACTERS) : text,
    ...{ isLong, length: text.length, mayWrite: can(member, 'knowledge.write') },
    note: toKnowledgeFrame(db, member, request).note,
    passages: passages
      .slice(from, from + PASSAGES_PER_PAGE)
      .map(({ id, title, text: words, page }) => ({ id, title, text: words, page })),
    ...{ passageCount: passages.length, part, parts },
    versions: listVersions(db, document.id),
  }
}
