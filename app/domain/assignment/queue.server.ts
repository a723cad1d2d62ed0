import { recordChange } from '#app/domain/changes/record.server.ts'
import { openStateOf } from '#app/domain/company/holidays.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction, prepared, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { assignTo } from './assign.server.ts'
import { lastInRotation, neededSkillsOf, takenFrom, turnRotation } from './facts.server.ts'
import { listOnline } from './roster.server.ts'
import { chooseMember } from './strategy.ts'
import type { AutomaticStrategy, Candidate } from './strategy.ts'

/** How far a drain looks past conversations that fit nobody, so that a long queue holds nobody up. */
const PASSED_OVER_MAX = 200

const FIND = Symbol('assignment.findWaiting')
const QUEUE = Symbol('assignment.setQueuedAt')
const HAS_STRATEGY = Symbol('assignment.hasStrategy')
const NEXT = Symbol('assignment.nextWaiting')

/**
 * A conversation needs a person and nobody owns it: it waits from now on, unless it already
 * does, and the company's strategy is tried at once.
 */
export function joinQueue(db: TenantDb, conversationId: number, now = Date.now()): void {
  inTransaction(db, () => {
    const known = find(db, conversationId)
    if (!known || known.status === 'closed' || known.assignedTo !== null) return
    if (known.queuedAt === null) setQueuedAt(db, conversationId, now)
    drainQueue(db, now)
  })
}

/** Nobody needs to own it for now: it was closed, or the AI answers again. */
export function leaveQueue(db: TenantDb, conversationId: number): void {
  const known = find(db, conversationId)
  if (known && known.queuedAt !== null) setQueuedAt(db, conversationId, null)
}

/**
 * Gives what waits to whoever has room, oldest first, until nothing fits. Call it after whatever
 * makes room: closing, snoozing, coming online, more capacity, somebody leaving. While the
 * company is closed nothing is given away; the next opening does it.
 *
 * @returns how many found an owner
 */
export function drainQueue(db: TenantDb, now = Date.now()): number {
  if (!hasStrategy(db) || !nextWaiting(db)) return 0
  return inTransaction(db, () => {
    const hours = openStateOf(db, now)
    if (!hours.isOpen) {
      if (hours.opensAt !== null) drainLater(db, hours.opensAt)
      return 0
    }
    return giveAway(db, now)
  })
}

/** Whether anything is given away by rule at all: a long queue without costs nobody time. */
function hasStrategy(db: TenantDb): boolean {
  return prepared(db, HAS_STRATEGY, selectHasStrategy).get() !== undefined
}

function selectHasStrategy(db: TenantDb) {
  return sqliteOf(db).prepare<[], number>(
    `select 1 from company where assignment_strategy <> 'manual'
       or exists (select 1 from endpoints where assignment_strategy <> 'manual')`,
  )
}

function giveAway(db: TenantDb, now: number): number {
  const online = listOnline(db, now)
  let [given, passed] = [0, 0]
  let waiting = nextWaiting(db)
  while (waiting && passed < PASSED_OVER_MAX && online.some((one) => one.open < one.capacity)) {
    const chosen = chooseFor(db, waiting, online)
    if (chosen) {
      const { id: conversationId, strategy } = waiting
      assignTo(db, { kind: 'rule' }, { conversationId, memberId: chosen.id, rule: strategy, now })
      if (strategy === 'round_robin') turnRotation(db, waiting.rotationId, chosen.id)
      chosen.open += 1
      chosen.lastAssignedAt = now
      given += 1
    } else passed += 1
    waiting = nextWaiting(db, waiting)
  }
  return given
}

function chooseFor<C extends Candidate>(
  db: TenantDb,
  { id, strategy, rotationId }: Waiting,
  online: readonly C[],
): C | undefined {
  const isRotation = strategy === 'round_robin'
  return chooseMember(strategy, online, {
    lastMemberId: isRotation ? lastInRotation(db, rotationId) : 0,
    neededSkillIds: strategy === 'expertise' ? neededSkillsOf(db, id) : new Set(),
    takenFrom: takenFrom(db, id),
  })
}

type Waiting = {
  id: number
  queuedAt: number
  strategy: AutomaticStrategy
  /** the endpoint when it has a strategy of its own, else 0 */
  rotationId: number
}

const START = { queuedAt: -1, id: 0 }

/** The oldest that waits for a strategy to find it an owner, after another one. */
function nextWaiting(
  db: TenantDb,
  after: { queuedAt: number; id: number } = START,
): Waiting | undefined {
  return prepared(db, NEXT, selectNext).get(after.queuedAt, after.id)
}

function selectNext(db: TenantDb) {
  return sqliteOf(db).prepare<[number, number], Waiting>(
    `select c.id, c.queued_at as queuedAt,
       coalesce(e.assignment_strategy, company.assignment_strategy) as strategy,
       case when e.assignment_strategy is null then 0 else e.id end as rotationId
     from conversations c indexed by conversations_queued
     join endpoints e on e.id = c.endpoint_id join company on company.id = 1
     where c.queued_at is not null and c.assigned_to is null and c.status <> 'closed'
       and c.status <> 'snoozed' and (c.queued_at, c.id) > (?, ?)
       and coalesce(e.assignment_strategy, company.assignment_strategy) <> 'manual'
     order by c.queued_at, c.id limit 1`,
  )
}

/** One drain per opening, however many came to wait. */
function drainLater(db: TenantDb, opensAt: number): void {
  enqueue(db, 'queue.drain', {}, { key: `opens:${opensAt}`, runAt: opensAt })
}

type Place = { assignedTo: number | null; status: string; queuedAt: number | null }

function find(db: TenantDb, conversationId: number): Place | undefined {
  return prepared(db, FIND, selectPlace).get(conversationId)
}

function selectPlace(db: TenantDb) {
  return sqliteOf(db).prepare<[number], Place>(
    `select assigned_to as assignedTo, status, queued_at as queuedAt from conversations
     where id = ?`,
  )
}

function setQueuedAt(db: TenantDb, conversationId: number, queuedAt: number | null): void {
  prepared(db, QUEUE, updateQueuedAt).run(queuedAt, conversationId)
  recordChange(db, 'conversation.changed', { conversationId })
}

function updateQueuedAt(db: TenantDb) {
  return sqliteOf(db).prepare('update conversations set queued_at = ? where id = ?')
}
