import { eq } from 'drizzle-orm'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { findDuplicates } from './duplicates.server.ts'
import type { CompanyNames, Duplicate } from './duplicates.server.ts'
import { findProspect } from './find.server.ts'
import { toCityKey, toNameKey } from './name-key.ts'
import { isManager } from './reach.server.ts'
import { remindLater } from './remind.server.ts'
import { isRep, takeRepFor } from './reps.server.ts'
import { prospects, prospectStageChanges } from './schema.server.ts'

/** Everything one can say of a prospect. `phone` is E.164 or empty, `value` minor units a month. */
export type ProspectFacts = {
  name: string
  industry: string
  city: string
  contactName: string
  phone: string
  email: string
  source: string
  planId: string | null
  value: number | null
  nextAction: string
  /** UTC ms */
  nextActionAt: number | null
}

export type NewProspect = ProspectFacts & {
  /** a manager's choice; a rep's own are their own */
  repId?: number | null
  /** it was said that it is nobody of those already known */
  isAnother?: boolean
  /** read beforehand where there are many rows */
  companies?: CompanyNames
}

export type CreateProspectResult =
  | { ok: true; id: number }
  | { ok: false; reason: 'rep_not_found' }
  | { ok: false; reason: 'known_already'; duplicates: Duplicate[] }

/** Writes down somebody who may become a company; one who may be known already is asked about. */
export function createProspect(
  platform: PlatformDb,
  user: PlatformActor,
  order: NewProspect,
): CreateProspectResult {
  const { repId, isAnother, companies, ...facts } = order
  return inPlatformTransaction(platform, (): CreateProspectResult => {
    const chosen = isManager(user) ? repId : user.id
    if (typeof chosen === 'number' && chosen !== user.id && !isRep(platform, chosen))
      return { ok: false, reason: 'rep_not_found' }
    const duplicates = isAnother ? [] : findDuplicates(platform, user, { ...facts, companies })
    if (duplicates.length > 0) return { ok: false, reason: 'known_already', duplicates }
    const now = Date.now()
    const owner = chosen ?? takeRepFor(platform, facts.city, now)
    return { ok: true, id: insert(platform, user, { facts, repId: owner, now }) }
  })
}

function insert(
  platform: PlatformDb,
  user: PlatformActor,
  row: { facts: ProspectFacts; repId: number | null; now: number },
): number {
  const { facts, repId, now } = row
  const { id } = platform
    .insert(prospects)
    .values({
      ...{ ...facts, ...keysOf(facts), repId, createdBy: user.id },
      ...{ stageChangedAt: now, createdAt: now, updatedAt: now },
    })
    .returning({ id: prospects.id })
    .get()
  platform
    .insert(prospectStageChanges)
    .values({ prospectId: id, toStage: 'new', byUserId: user.id, at: now })
    .run()
  remindLater(platform, id, facts.nextActionAt)
  return id
}

export type SaveResult = { ok: true } | { ok: false; reason: 'not_found' }

export function saveProspect(
  platform: PlatformDb,
  user: PlatformActor,
  id: number,
  facts: ProspectFacts,
): SaveResult {
  return inPlatformTransaction(platform, (): SaveResult => {
    const known = findProspect(platform, user, id)
    if (!known) return { ok: false, reason: 'not_found' }
    platform
      .update(prospects)
      .set({ ...facts, ...keysOf(facts), updatedAt: Date.now() })
      .where(eq(prospects.id, id))
      .run()
    if (facts.nextActionAt !== known.nextActionAt) remindLater(platform, id, facts.nextActionAt)
    return { ok: true }
  })
}

function keysOf(facts: ProspectFacts) {
  return { nameKey: toNameKey(facts.name), cityKey: toCityKey(facts.city) }
}
