import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { assignments } from '#app/domain/assignment/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { remindLater } from './add.server.ts'
import { tasks } from './schema.server.ts'

/** What was deleted may be taken back for so long. */
const KEPT_MS = 30 * 24 * 3_600_000

/** @returns the task, if it is this person's own and not deleted */
export function findTask(db: TenantDb, actor: Actor, id: number) {
  const task = findAnyTask(db, actor, id)
  return task?.deletedAt === null ? task : undefined
}

/** One's own task, deleted or not: for what was just done with it. */
export function findAnyTask(db: TenantDb, actor: Actor, id: number) {
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

/** Takes it out of sight; `restoreTask` brings it back. @returns false when it is not theirs */
export function deleteTask(db: TenantDb, actor: Actor, id: number): boolean {
  return inTransaction(db, () => {
    const now = Date.now()
    const old = and(isNotNull(tasks.deletedAt), lt(tasks.deletedAt, now - KEPT_MS))
    db.delete(tasks)
      .where(and(eq(tasks.memberId, actor.id), old))
      .run()
    return write(db, actor, id, { deletedAt: now })
  })
}

/** Takes a deletion back. @returns false when it is not theirs or was not deleted */
export function restoreTask(db: TenantDb, actor: Actor, id: number): boolean {
  const isTheirs = and(eq(tasks.id, id), eq(tasks.memberId, actor.id), isNotNull(tasks.deletedAt))
  const restored = { deletedAt: null, updatedAt: Date.now() }
  return db.update(tasks).set(restored).where(isTheirs).run().changes > 0
}

/**
 * What is owed to a customer goes with the conversation to its new owner, from whoever had the
 * conversation before.
 */
export function passFollowUps(
  db: TenantDb,
  { conversationId, to }: { conversationId: number; to: number },
): void {
  const hadIt = db
    .select({ id: assignments.fromMemberId })
    .from(assignments)
    .where(and(eq(assignments.conversationId, conversationId), isNotNull(assignments.fromMemberId)))
  db.update(tasks)
    .set({ memberId: to, updatedAt: Date.now() })
    .where(
      and(
        ...[eq(tasks.conversationId, conversationId), inArray(tasks.memberId, hadIt)],
        ...[eq(tasks.kind, 'follow_up'), isNull(tasks.doneAt), isNull(tasks.deletedAt)],
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
      .where(and(eq(tasks.id, id), eq(tasks.memberId, actor.id), isNull(tasks.deletedAt)))
      .run().changes > 0
  )
}
