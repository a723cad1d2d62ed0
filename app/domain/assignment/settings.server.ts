import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveCompanyColumns } from '#app/domain/company/settings.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { queueOwnerless } from './arrival.server.ts'
import { drainQueue } from './queue.server.ts'
import type { Strategy } from './strategy.ts'

export const CAPACITY_MAX = 500

export type AssignmentSettings = {
  strategy: Strategy
  queueWhen: 'always' | 'needs_person'
  defaultCapacity: number
  autoAwayMinutes: number
  directTransfer: boolean
  /** empty sends nothing; `{opens}` becomes when the company opens again */
  outOfHoursMessage: string
  outOfHoursWithAi: boolean
}

/** How conversations find their owner; what waits is looked at again under the new rules. */
export function saveAssignmentSettings(
  db: TenantDb,
  saver: Saver,
  settings: AssignmentSettings,
): void {
  inTransaction(db, () => {
    saveCompanyColumns(db, saver, 'company.assignment_changed', {
      ...{ assignmentStrategy: settings.strategy, queueWhen: settings.queueWhen },
      ...{ defaultCapacity: settings.defaultCapacity, autoAwayMinutes: settings.autoAwayMinutes },
      ...{ directTransfer: settings.directTransfer ? 1 : 0 },
      outOfHoursMessage: settings.outOfHoursMessage,
      outOfHoursWithAi: settings.outOfHoursWithAi ? 1 : 0,
    })
    queueOwnerless(db)
  })
}

/** @param strategy null follows the company. @returns false when there is no such endpoint */
export function setEndpointStrategy(
  db: TenantDb,
  saver: Saver,
  { endpointId, strategy }: { endpointId: number; strategy: Strategy | null },
): boolean {
  return inTransaction(db, () => {
    const before = db
      .select({ name: endpoints.name, strategy: endpoints.assignmentStrategy })
      .from(endpoints)
      .where(eq(endpoints.id, endpointId))
      .get()
    if (!before) return false
    if (before.strategy === strategy) return true
    db.update(endpoints)
      .set({ assignmentStrategy: strategy, updatedAt: Date.now() })
      .where(eq(endpoints.id, endpointId))
      .run()
    const details = { name: before.name, from: before.strategy, to: strategy }
    note(db, saver, {
      action: 'endpoint.assignment_changed',
      kind: 'endpoint',
      endpointId,
      details,
    })
    drainQueue(db)
    return true
  })
}

/**
 * How many conversations a member holds at most by rule; more room takes what waits.
 *
 * @param capacity null takes the company's default, 0 nothing. @returns false without such a member
 */
export function setCapacity(
  db: TenantDb,
  saver: Saver,
  { memberId, capacity }: { memberId: number; capacity: number | null },
): boolean {
  return inTransaction(db, () => {
    const before = db
      .select({ capacity: members.capacity })
      .from(members)
      .where(eq(members.id, memberId))
      .get()
    if (!before) return false
    if (before.capacity === capacity) return true
    db.update(members)
      .set({ capacity, updatedAt: Date.now() })
      .where(eq(members.id, memberId))
      .run()
    const actor = { kind: 'member', id: saver.id, name: saver.name } as const
    const details = { from: before.capacity, to: capacity }
    const action = 'member.capacity_changed'
    recordAudit(db, actor, { action, subjectKind: 'member', subjectId: memberId, details })
    drainQueue(db)
    return true
  })
}

/** Endpoints with their own strategy, null where they follow the company. */
export function listEndpointStrategies(db: TenantDb) {
  return db
    .select({
      ...{ id: endpoints.id, name: endpoints.name, channel: endpoints.channel },
      strategy: endpoints.assignmentStrategy,
    })
    .from(endpoints)
    .orderBy(endpoints.id)
    .all()
}

/** The settings as the form shows them. */
export function getAssignmentSettings(db: TenantDb): AssignmentSettings {
  const company = getCompany(db)
  return {
    strategy: company.assignmentStrategy,
    queueWhen: company.queueWhen,
    defaultCapacity: company.defaultCapacity,
    autoAwayMinutes: company.autoAwayMinutes,
    directTransfer: company.directTransfer === 1,
    outOfHoursMessage: company.outOfHoursMessage,
    outOfHoursWithAi: company.outOfHoursWithAi === 1,
  }
}

function note(
  db: TenantDb,
  saver: Saver,
  entry: { action: string; kind: string; endpointId: number; details: Record<string, unknown> },
): void {
  const { action, kind, endpointId, details } = entry
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { action, subjectKind: kind, subjectId: endpointId, details })
}
