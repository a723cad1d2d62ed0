import { assignConversation } from '#app/domain/conversations/assign.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import {
  deleteConversation,
  restoreConversation,
} from '#app/domain/conversations/deletion.server.ts'
import { setPriority, setTag } from '#app/domain/conversations/labels.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { markRead } from '#app/domain/conversations/reads.server.ts'
import { reopenConversation } from '#app/domain/conversations/reopen.server.ts'
import { snoozeConversation, wakeConversation } from '#app/domain/conversations/snooze.server.ts'
import { markUnread, readUntil, setReadUntil } from '#app/domain/conversations/unread.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** What can be done to many conversations at once. */
export type BulkOrder =
  | { kind: 'closure' | 'deletion' | 'reads' | 'unread' }
  | { kind: 'assignment'; memberId: number | null }
  | { kind: 'tags'; tagId: number; isOn: boolean }
  | { kind: 'priority'; priorityId: number | null }
  | { kind: 'snooze'; until: number | null }

export type StepResult = { ok: true; before?: unknown } | { ok: false; reason: string }

/** Does it to one row, by the same rules as from its own page. `before` is for the way back. */
export function doStep(db: TenantDb, actor: Actor, id: number, order: BulkOrder): StepResult {
  const row = findReachable(db, actor, id)
  if (!row) return { ok: false, reason: 'not_found' }
  switch (order.kind) {
    case 'closure':
      if (row.status === 'closed') return { ok: false, reason: 'conversation_closed' }
      return closeConversation(db, actor, id, { outcome: 'resolved' })
    case 'deletion':
      return deleteConversation(db, actor, id)
    case 'assignment':
      return withBefore(
        assignConversation(db, actor, { conversationId: id, memberId: order.memberId }),
        row.assignedTo,
      )
    case 'tags':
      return setTag(db, actor, { ...order, conversationId: id })
    case 'priority':
      return setPriority(db, actor, { conversationId: id, priorityId: order.priorityId })
    case 'snooze':
      return snoozeConversation(db, actor, { conversationId: id, until: order.until })
    case 'reads': {
      const before = readUntil(db, actor, id)
      if (row.lastInboundId === null) return { ok: false, reason: 'nothing_to_read' }
      return withBefore(markRead(db, actor, id, row.lastInboundId), before)
    }
    case 'unread':
      return markUnread(db, actor, id)
  }
}

/** Takes one row's step back, as far as this person still may. */
export function undoStep(
  db: TenantDb,
  actor: Actor,
  { id, before }: { id: number; before?: unknown },
  order: BulkOrder,
): StepResult {
  switch (order.kind) {
    case 'closure':
      return reopenConversation(db, actor, id, { sale: 'undo' })
    case 'deletion':
      return restoreConversation(db, actor, id)
    case 'assignment':
      return assignConversation(db, actor, { conversationId: id, memberId: toId(before) })
    case 'tags':
      return setTag(db, actor, { conversationId: id, tagId: order.tagId, isOn: before === true })
    case 'priority':
      return setPriority(db, actor, { conversationId: id, priorityId: toId(before) })
    case 'snooze':
      return wakeConversation(db, actor, id)
    case 'reads':
    case 'unread':
      if (!findReachable(db, actor, id)) return { ok: false, reason: 'not_found' }
      setReadUntil(db, actor, { conversationId: id, messageId: toId(before) ?? 0 })
      return { ok: true }
  }
}

function withBefore(result: StepResult, before: unknown): StepResult {
  return result.ok ? { ok: true, before } : result
}

function toId(before: unknown): number | null {
  return typeof before === 'number' ? before : null
}
