import { findContact } from '#app/domain/contacts/reach.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { findLead } from '#app/domain/leads/reach.server.ts'
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
  leadId?: number | null
}
type About = { conversationId: number | null; contactId: number | null; leadId: number | null }
type NotFound = 'conversation_not_found' | 'contact_not_found' | 'lead_not_found'
export type AddTaskResult = { ok: true; id: number } | { ok: false; reason: NotFound }

/** Something this person has to do, alone or about a customer they reach. */
export function addTask(db: TenantDb, actor: Actor, task: NewTask): AddTaskResult {
  return inTransaction(db, () => {
    const about = findAbout(db, actor, task)
    if (typeof about === 'string') return { ok: false, reason: about }
    const now = Date.now()
    const { id } = db
      .insert(tasks)
      .values({
        ...{ kind: task.kind, title: task.title, dueAt: task.dueAt, memberId: actor.id },
        ...{ ...about, createdBy: actor.id, createdAt: now, updatedAt: now },
      })
      .returning({ id: tasks.id })
      .get()
    remindLater(db, id, task.dueAt)
    return { ok: true, id }
  })
}

/** Whom it is about, with the contact of a conversation or lead; or what is out of reach. */
function findAbout(db: TenantDb, actor: Actor, task: NewTask): About | NotFound {
  const { conversationId = null, contactId = null, leadId = null } = task
  const conversation =
    conversationId === null ? undefined : findReachable(db, actor, conversationId)
  if (conversationId !== null && !conversation) return 'conversation_not_found'
  if (contactId !== null && !findContact(db, actor, contactId)) return 'contact_not_found'
  const lead = leadId === null ? undefined : findLead(db, actor, leadId)
  if (leadId !== null && !lead) return 'lead_not_found'
  const ofWhom = contactId ?? conversation?.contactId ?? lead?.contactId ?? null
  return { conversationId, contactId: ofWhom, leadId }
}

/** One reminder per task and time: a task that is moved has another. */
export function remindLater(db: TenantDb, taskId: number, dueAt: number): void {
  enqueue(db, 'task.remind', { taskId, dueAt }, { key: `${taskId}:${dueAt}`, runAt: dueAt })
}
