import { listAssignees } from '#app/domain/assignment/roster.server.ts'
import { fillCanned } from '#app/domain/canned-responses/fill.ts'
import { countUse } from '#app/domain/canned-responses/save.server.ts'
import { factsFor, findCanned } from '#app/domain/canned-responses/list.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { assignConversation } from '#app/domain/conversations/assign.server.ts'
import { setPriority, setTag } from '#app/domain/conversations/labels.server.ts'
import { addNote } from '#app/domain/conversations/notes.server.ts'
import { replyAsMember } from '#app/domain/conversations/reply.server.ts'
import { snoozeConversation } from '#app/domain/conversations/snooze.server.ts'
import { giveBack } from '#app/domain/conversations/take-over.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { MacroStep } from './macro.ts'

const HOUR_MS = 3_600_000

export type StepResult = { ok: true } | { ok: false; reason: string }

/** One step, by the same rules as if the runner did it by hand; in the caller's transaction. */
export function takeStep(
  db: TenantDb,
  actor: Actor,
  { conversationId, step, key }: { conversationId: number; step: MacroStep; key: string },
): StepResult {
  switch (step.kind) {
    case 'reply':
      return reply(db, actor, { conversationId, text: step.text, fileIds: [], key })
    case 'ready_answer':
      return replyReady(db, actor, { conversationId, cannedId: step.cannedId, key })
    case 'note':
      return note(db, actor, conversationId, step.text)
    case 'add_tag':
    case 'remove_tag':
      return setTag(db, actor, {
        ...{ conversationId, tagId: step.tagId, isOn: step.kind === 'add_tag' },
      })
    case 'priority':
      return setPriority(db, actor, { conversationId, priorityId: step.priorityId })
    case 'assign':
      return give(db, actor, conversationId, step.to)
    case 'snooze': {
      const until = step.hours === null ? null : Date.now() + step.hours * HOUR_MS
      return snoozeConversation(db, actor, { conversationId, until })
    }
    case 'close':
      return closeConversation(db, actor, conversationId, { outcome: step.outcome })
    case 'hand_to_assistant':
      return giveBack(db, actor, conversationId)
  }
}

function replyReady(
  db: TenantDb,
  actor: Actor,
  { conversationId, cannedId, key }: { conversationId: number; cannedId: number; key: string },
): StepResult {
  const canned = findCanned(db, actor, cannedId)
  if (!canned) return { ok: false, reason: 'canned_gone' }
  countUse(db, actor, cannedId)
  const fileIds = canned.files.map((file) => file.id)
  return reply(db, actor, { conversationId, text: canned.text, fileIds, key })
}

/** A message with a gap in it is never sent. */
function reply(
  db: TenantDb,
  actor: Actor,
  message: { conversationId: number; text: string; fileIds: number[]; key: string },
): StepResult {
  const { conversationId, fileIds, key } = message
  const filled = fill(db, actor, conversationId, message.text)
  if (!filled) return { ok: false, reason: 'not_found' }
  if (filled.missing.length > 0) return { ok: false, reason: 'reply_gap' }
  return replyAsMember(db, actor, { conversationId, text: filled.text, fileIds, sendKey: key })
}

function note(db: TenantDb, actor: Actor, conversationId: number, words: string): StepResult {
  const filled = fill(db, actor, conversationId, words)
  return filled
    ? addNote(db, actor, conversationId, filled.text)
    : { ok: false, reason: 'not_found' }
}

function fill(db: TenantDb, actor: Actor, conversationId: number, text: string) {
  const facts = factsFor(db, actor, conversationId)
  return facts && fillCanned(text, facts)
}

function give(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
  to: Extract<MacroStep, { kind: 'assign' }>['to'],
): StepResult {
  const memberId =
    to.kind === 'me'
      ? actor.id
      : to.kind === 'queue'
        ? null
        : to.kind === 'member'
          ? to.id
          : leastBusy(db, to.id)
  if (memberId === undefined) return { ok: false, reason: 'nobody_in_department' }
  return assignConversation(db, actor, { conversationId, memberId })
}

/** Of a department: who is at the desk before who is not, then who has the fewest open. */
function leastBusy(db: TenantDb, departmentId: number): number | undefined {
  const own = listAssignees(db).filter(
    (one) => findMember(db, one.id)?.departmentId === departmentId,
  )
  const away = (presence: string) => (presence === 'online' ? 0 : 1)
  return own.sort((a, b) => away(a.presence) - away(b.presence) || a.open - b.open)[0]?.id
}
