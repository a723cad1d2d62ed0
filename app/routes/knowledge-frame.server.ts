import { getKnowledgeStatus } from '#app/domain/knowledge/status.server.ts'
import type { KnowledgeStatus } from '#app/domain/knowledge/status.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const NOTES = ['saved', 'deleted', 'imported', 'taken', 'reading', 'restored', 'changed'] as const

/** What every list of knowledge shows around its rows, and what it is asked for. */
export type KnowledgeFrame = {
  status: KnowledgeStatus
  mayWrite: boolean
  note: { kind: (typeof NOTES)[number]; count: number } | undefined
  search: string
  isFirst: boolean
}

export function toKnowledgeFrame(db: TenantDb, member: Actor, request: Request): KnowledgeFrame {
  const query = new URL(request.url).searchParams
  const kind = NOTES.find((known) => known === query.get('note'))
  return {
    status: getKnowledgeStatus(db),
    mayWrite: can(member, 'knowledge.write'),
    note: kind && { kind, count: Number(query.get('count')) || 0 },
    search: query.get('q')?.trim() ?? '',
    isFirst: !query.has('after'),
  }
}

/** Search and place in the list, for the domain. */
export function toListOptions(request: Request): { search?: string; cursor?: string } {
  const query = new URL(request.url).searchParams
  return { search: query.get('q') ?? undefined, cursor: query.get('after') ?? undefined }
}
