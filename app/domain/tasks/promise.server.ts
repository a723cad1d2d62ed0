import { and, asc, eq, sql } from 'drizzle-orm'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { toActor } from '#app/domain/members/find.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { remindLater } from './add.server.ts'
import { tasks } from './schema.server.ts'

/**
 * A follow-up that the assistant promised a customer: it is owed by whoever has the conversation,
 * else by the one with the fewest open tasks among those who may answer every customer.
 *
 * @returns false when there is nobody to owe it, or no such conversation
 */
export function promiseFollowUp(
  db: TenantDb,
  promise: { conversationId: number; title: string; /** UTC ms */ dueAt: number; now?: number },
): boolean {
  const { conversationId, title, dueAt, now = Date.now() } = promise
  const { assignedTo, contactId } = conversations
  const known = db
    .select({ assignedTo, contactId })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .get()
  const memberId = known && (findActive(db, known.assignedTo) ?? findLeastBusy(db))
  if (!memberId) return false
  const { id } = db
    .insert(tasks)
    .values({
      ...{ kind: 'follow_up', title, memberId, conversationId, contactId: known.contactId },
      ...{ dueAt, createdAt: now, updatedAt: now },
    })
    .returning({ id: tasks.id })
    .get()
  remindLater(db, id, dueAt)
  recordChange(db, 'conversation.changed', { conversationId })
  return true
}

function findActive(db: TenantDb, memberId: number | null): number | undefined {
  if (memberId === null) return undefined
  const isActive = and(eq(members.id, memberId), eq(members.status, 'active'))
  return db.select({ id: members.id }).from(members).where(isActive).get()?.id
}

function findLeastBusy(db: TenantDb): number | undefined {
  const open = sql`(select count(*) from tasks t where t.member_id = members.id
    and t.done_at is null and t.deleted_at is null)`
  const rows = db
    .select({ id: members.id, role: members.role, permissionsJson: members.permissionsJson })
    .from(members)
    .where(eq(members.status, 'active'))
    .orderBy(open, asc(members.id))
    .all()
  const may = rows.find((row) => {
    const actor = toActor(row)
    return can(actor, 'conversations.reply') && can(actor, 'conversations.read_all')
  })
  return may?.id
}
