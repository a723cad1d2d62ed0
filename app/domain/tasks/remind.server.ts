import { eq } from 'drizzle-orm'
import { findMember, toActor } from '#app/domain/members/find.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { tasks } from './schema.server.ts'

/**
 * Job task.remind: tells the person once that it is time, unless it is done, was moved or is gone.
 * Names the conversation only while they reach it.
 */
export function remindOfTask(
  db: TenantDb,
  { taskId, dueAt }: { taskId: number; dueAt: number },
): void {
  inTransaction(db, () => {
    const task = db.select().from(tasks).where(eq(tasks.id, taskId)).get()
    if (!task || task.doneAt !== null || task.deletedAt !== null) return
    if (task.dueAt !== dueAt || task.remindedAt !== null) return
    const member = findMember(db, task.memberId)
    if (member?.status !== 'active') return
    db.update(tasks).set({ remindedAt: Date.now() }).where(eq(tasks.id, taskId)).run()
    const conversation =
      task.conversationId === null
        ? undefined
        : findReachable(db, toActor(member), task.conversationId)
    notify(db, {
      ...{ kind: 'reminder_due', memberIds: [task.memberId], dedupeKey: `task:${taskId}:${dueAt}` },
      ...(conversation && { conversationId: conversation.id }),
      data: { taskId, path: '/today' },
    })
  })
}
