import { findContact } from '#app/domain/contacts/reach.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { tasks } from './schema.server.ts'
import type { TaskKind } from './task.ts'

export type NewTask = {
  kind: TaskKind
  title: string
  /** UTC ms */
  dueAt: number
  conversationId?: number | null
  contactId?: number | null
}
export type AddTaskResult =
  { ok: true; id: number } | { ok: false; reason: 'conversation_not_found' | 'contact_not_found' }

/** Something this person has to do, alone or about a conversation or contact they reach. */
export function addTask(db: TenantDb, actor: Actor, task: NewTask): AddTaskResult {
  return inTransaction(db, () => {
    const { conversationId = null, contactId = null } = task
    const conversation =
      conversationId === null ? undefined : findReachable(db, actor, conversationId)
    if (conversationId !== null && !conversation)
      return { ok: false, reason: 'conversation_not_found' }
    if (contactId !== null && !findContact(db, actor, contactId))
      return { ok: false, reason: 'contact_not_found' }
    const now = Date.now()
    const { id } = db
      .insert(tasks)
      .values({
        ...{ kind: task.kind, title: task.title, dueAt: task.dueAt, memberId: actor.id },
        ...{ conversationId, contactId: contactId ?? conversation?.contactId ?? null },
        ...{ createdBy: actor.id, createdAt: now, updatedAt: now },
      })
      .returning({ id: tasks.id })
      .get()
    remindLater(db, id, task.dueAt)
    return { ok: true, id }
  })
}

/** One reminder per task and time: a task that is moved has another. */
export function remindLater(db: TenantDb, taskId: number, dueAt: number): void {
  enqueue(db, 'task.remind', { taskId, dueAt }, { key: `${taskId}:${dueAt}`, runAt: dueAt })
}
