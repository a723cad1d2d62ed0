import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { remindLater } from './add.server.ts'
import { tasks } from './schema.server.ts'

/** @returns the task, if it is this person's own */
export function findTask(db: TenantDb, actor: Actor, id: number) {
  return db
    .select()
    .from(tasks)
    .where(and(eq(tasks.id, id), eq(tasks.memberId, actor.id)))
    .get()
}

/** Done, or not done after all. @returns false when it is not this person's */
export function setTaskDone(db: TenantDb, actor: Actor, id: number, isDone: boolean): boolean {
  return write(db, actor, id, { doneAt: isDone ? Date.now() : null })
}

/** Another time, another wording; it reminds again. @returns false when it is not theirs */
export function changeTask(
  db: TenantDb,
  actor: Actor,
  { id, title, dueAt }: { id: number; title: string; dueAt: number },
): boolean {
  return inTransaction(db, () => {
    if (!write(db, actor, id, { title, dueAt, remindedAt: null })) return false
    remindLater(db, id, dueAt)
    return true
  })
}

export function deleteTask(db: TenantDb, actor: Actor, id: number): boolean {
  return (
    db
      .delete(tasks)
      .where(and(eq(tasks.id, id), eq(tasks.memberId, actor.id)))
      .run().changes > 0
  )
}

/** What is owed to a customer goes with the conversation to its new owner. */
export function passFollowUps(
  db: TenantDb,
  { conversationId, from, to }: { conversationId: number; from: number; to: number },
): void {
  db.update(tasks)
    .set({ memberId: to, updatedAt: Date.now() })
    .where(
      and(
        ...[eq(tasks.conversationId, conversationId), eq(tasks.memberId, from)],
        ...[eq(tasks.kind, 'follow_up'), isNull(tasks.doneAt)],
      ),
    )
    .run()
}

function write(
  db: TenantDb,
  actor: Actor,
  id: number,
  values: Partial<typeof tasks.$inferInsert>,
): boolean {
  return (
    db
      .update(tasks)
      .set({ ...values, updatedAt: Date.now() })
      .where(and(eq(tasks.id, id), eq(tasks.memberId, actor.id)))
      .run().changes > 0
  )
}
