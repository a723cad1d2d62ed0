import { queueViews } from '#app/domain/assignment/queue-view.ts'
import type { QueueView } from '#app/domain/assignment/queue-view.ts'
import { countWaiting, listWaiting } from '#app/domain/assignment/waiting.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { reachOf } from '#app/domain/conversations/reach.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import type { ThreadMessage } from '#app/domain/conversations/thread.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import type { QueueData, QueuePreview } from '#app/ui/assignment/shown.ts'
import { readAssignDialog } from './assign-dialog.server.ts'

const PREVIEW_MESSAGES = 10

/** Everything the queue page draws; looking at it writes nothing. */
export function readQueue(context: MemberContext, url: URL): QueueData {
  const { db, member } = context
  const query = url.searchParams
  const view = queueViews.find((name) => name === query.get('view')) ?? 'person'
  const search = query.get('q')?.trim().slice(0, 100) ?? ''
  const after = decodeCursor(query.get('after') ?? '')
  const { rows, next } = listWaiting(db, member, { view, search, after })
  const canAssign = can(member, 'conversations.assign')
  const ids = query
    .getAll('id')
    .filter((id) => /^\d{1,15}$/.test(id))
    .map(Number)
  const isAsked = query.has('assign') && canAssign
  return {
    ...{ view, search, rows, next: next && encodeCursor(next), cursor: query.get('after') ?? '' },
    counts: countsOf(context),
    isHidden: !reachOf(db, member).unassigned,
    preview: readPreview(context, query.get('preview')),
    dialog: isAsked ? readAssignDialog(db, member, ids.slice(0, 100)) : undefined,
    isNothingTicked: isAsked && ids.length === 0,
    strategy: getCompany(db).assignmentStrategy,
    me: { id: member.id, canAssign, canReply: can(member, 'conversations.reply') },
    done: readDone(query),
    problem: query.get('problem'),
  }
}

function countsOf({ db, member }: MemberContext): Record<QueueView, number> {
  return {
    person: countWaiting(db, member, 'person'),
    assistant: countWaiting(db, member, 'assistant'),
  }
}

function readPreview({ db, member }: MemberContext, id: string | null): QueuePreview | undefined {
  if (!id || !/^\d{1,15}$/.test(id)) return undefined
  const thread = findThread(db, member, Number(id))
  if (!thread) return undefined
  const { head, items } = thread
  const messages = items
    .filter((item): item is ThreadMessage => item.kind === 'message')
    .slice(-PREVIEW_MESSAGES)
    .map(({ id: messageId, text, type, at, authorKind, authorName, deletedAt, direction }) => ({
      ...{ id: messageId, text, type, at, authorKind, authorName },
      ...{ isDeleted: deletedAt !== null, isInbound: direction === 'inbound' },
    }))
  const { contactName, contactPhone, channel, endpointName, assignedTo, needsPersonReason } = head
  return {
    ...{ id: head.id, contactName, contactPhone, channel, endpointName, messages },
    ...{ isFree: assignedTo === null, reason: needsPersonReason },
  }
}

/** What the last action did, as its redirect says. */
function readDone(query: URLSearchParams) {
  const [given, left] = [Number(query.get('given')), Number(query.get('left'))]
  const isSaid = query.has('given') && Number.isSafeInteger(given) && Number.isSafeInteger(left)
  return isSaid ? { given, left } : undefined
}
