import { recordChange } from '#app/domain/changes/record.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { noteWriting } from '#app/domain/viewers/viewing.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findReachable } from './reach.server.ts'

export type TypingResult = { ok: true } | { ok: false; reason: 'not_found' }

/** Tells colleagues, and a visitor of the web chat, that this member is writing an answer. */
export function noteMemberTyping(db: TenantDb, actor: Actor, conversationId: number): TypingResult {
  if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
  inTransaction(db, () => {
    noteWriting(db, actor, conversationId)
    recordChange(db, 'typing', { conversationId, data: { by: 'member', memberId: actor.id } })
  })
  return { ok: true }
}
