import { lastChangeId, listChangesAfter } from '#app/domain/changes/record.server.ts'
import type { Change } from '#app/domain/changes/record.server.ts'
import { countCalls } from '#app/domain/conversations/counts.server.ts'
import { reachOf } from '#app/domain/conversations/reach.server.ts'
import { listReachableIds, siftChanges } from '#app/domain/conversations/visible-changes.server.ts'
import type { VisibleChange } from '#app/domain/conversations/visible-changes.server.ts'
import { listPermissions } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { countUnread } from '#app/domain/notifications/unread.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Frame } from './frames.ts'
import { CATCH_UP_MAX } from './limits.ts'

/** How far one live page has been told, and what it could see then. */
export type Follower = {
  lastId: number
  /** undefined: no limit to what they reach */
  known: Set<number> | undefined
  /** what their rights were; when these change, everything may have changed for them */
  rights: string
  calls: number
  /** unread notifications; undefined: not counted since something may have changed it */
  unread: number | undefined
  /** what the page was last told */
  toldUnread: number
}

/**
 * Begins to follow a company's changes.
 *
 * @param after the last change the page knows of; undefined: from now on
 */
export function beginToFollow(
  db: TenantDb,
  actor: Actor,
  after: number | undefined,
): { follower: Follower; frames: Frame[] } {
  const newest = lastChangeId(db)
  const follower: Follower = {
    ...{ lastId: Math.min(after ?? newest, newest), calls: -1, unread: undefined, toldUnread: -1 },
    ...{ known: listReachableIds(db, actor), rights: rightsOf(db, actor) },
  }
  const behind = newest - follower.lastId
  const frames = tellNew(db, actor, follower)
  // What left a limited reach while the page was away left no trace it may be shown.
  if (after !== undefined && behind > 0 && follower.known)
    frames.push({ event: 'resync', id: follower.lastId, data: null })
  return { follower, frames }
}

/** What has happened since, for this person; moves the follower on. */
export function tellNew(db: TenantDb, actor: Actor, follower: Follower): Frame[] {
  const frames = follower.rights === rightsOf(db, actor) ? [] : [startOver(db, actor, follower)]
  if (lastChangeId(db) - follower.lastId > CATCH_UP_MAX) frames.push(startOver(db, actor, follower))
  for (;;) {
    const changes = listChangesAfter(db, follower.lastId)
    const first = changes[0]
    if (!first) break
    // Numbers have no gaps: one is missing only where old changes were pruned.
    if (first.id !== follower.lastId + 1) frames.push(startOver(db, actor, follower))
    else frames.push(...tell(db, actor, follower, changes))
  }
  const calls = countCalls(db, actor)
  if (calls !== follower.calls) frames.push({ event: 'calls', data: calls })
  follower.calls = calls
  follower.unread ??= countUnread(db, actor)
  if (follower.unread !== follower.toldUnread)
    frames.push({ event: 'unread', data: follower.unread })
  follower.toldUnread = follower.unread
  return frames
}

function tell(db: TenantDb, actor: Actor, follower: Follower, changes: Change[]): Frame[] {
  const { visible, gone } = siftChanges(db, actor, changes, follower.known)
  follower.lastId = changes.at(-1)?.id ?? follower.lastId
  if (isAboutUnread(visible, gone)) follower.unread = undefined
  const frames: Frame[] = []
  if (gone.length > 0) frames.push({ event: 'gone', data: gone })
  if (visible.length > 0) frames.push({ event: 'changes', id: follower.lastId, data: visible })
  return frames
}

/** What comes, is read or leaves this person's reach: the bell is counted only then. */
function isAboutUnread(visible: VisibleChange[], gone: number[]): boolean {
  const kinds = ['notification.created', 'notification.read', 'conversation.changed']
  return gone.length > 0 || visible.some(({ kind }) => kinds.includes(kind))
}

function startOver(db: TenantDb, actor: Actor, follower: Follower): Frame {
  follower.lastId = lastChangeId(db)
  follower.known = listReachableIds(db, actor)
  follower.rights = rightsOf(db, actor)
  follower.unread = undefined
  return { event: 'resync', id: follower.lastId, data: null }
}

function rightsOf(db: TenantDb, actor: Actor): string {
  return `${reachOf(db, actor).key} ${listPermissions(actor).join()}`
}
