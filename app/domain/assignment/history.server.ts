import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { AssignmentEntry } from './entry.ts'

const SHOWN_MAX = 30

/** Who had a conversation, from whom and why, the newest first; nothing for who cannot reach it. */
export function listAssignments(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
): AssignmentEntry[] {
  if (!findReachable(db, actor, conversationId)) return []
  return sqliteOf(db)
    .prepare<[number], AssignmentEntry>(
      `select a.id, a.at, f.name as fromName, a.to_member_id as toId, t.name as toName,
         a.by_kind as byKind, a.by_member_id as byId, b.name as byName, a.rule, a.reason
       from assignments a left join members f on f.id = a.from_member_id
       left join members t on t.id = a.to_member_id left join members b on b.id = a.by_member_id
       where a.conversation_id = ? order by a.id desc limit ${SHOWN_MAX}`,
    )
    .all(conversationId)
}
