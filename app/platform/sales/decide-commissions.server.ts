import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { isManager } from './reach.server.ts'

/** What somebody saw and decides on: newer rows wait for the next time. */
export type Decision = {
  repId: number
  /** the newest row that was seen */
  upTo: number
  /** minor units, as shown */
  amount: number
  currency: string
}

export type DecisionResult =
  { ok: true } | { ok: false; reason: 'not_allowed' | 'nothing_owed' | 'changed_elsewhere' }

/** Approves what is pending of a rep, what was taken back included. Nobody approves their own. */
export function approveCommissions(
  platform: PlatformDb,
  user: PlatformActor,
  decision: Decision,
): DecisionResult {
  return decide(platform, user, { decision, from: 'pending' }, () => {
    platformSqliteOf(platform)
      .prepare(
        `update commissions set state = 'approved', approved_by = @by, approved_at = @at
         where rep_id = @repId and state = 'pending' and currency = @currency and id <= @upTo`,
      )
      .run({ ...decision, by: user.id, at: Date.now() })
    note(platform, user, 'commissions.approved', decision)
  })
}

/** Notes that the approved was paid to the rep, with the bank's or M-Pesa's reference. */
export function payCommissions(
  platform: PlatformDb,
  user: PlatformActor,
  { reference, ...decision }: Decision & { reference: string },
): DecisionResult {
  return decide(platform, user, { decision, from: 'approved' }, () => {
    platformSqliteOf(platform)
      .prepare(
        `update commissions
         set state = 'paid', paid_by = @by, paid_at = @at, paid_reference = @reference
         where rep_id = @repId and state = 'approved' and currency = @currency and id <= @upTo`,
      )
      .run({ ...decision, by: user.id, at: Date.now(), reference })
    note(platform, user, 'commissions.paid', { ...decision, reference })
  })
}

function decide(
  platform: PlatformDb,
  user: PlatformActor,
  { decision, from }: { decision: Decision; from: 'pending' | 'approved' },
  apply: () => void,
): DecisionResult {
  if (!isManager(user) || user.id === decision.repId) return { ok: false, reason: 'not_allowed' }
  return inPlatformTransaction(platform, (): DecisionResult => {
    const { count, amount } = platformSqliteOf(platform)
      .prepare<[Record<string, unknown>], { count: number; amount: number }>(
        `select count(*) as count, coalesce(sum(amount), 0) as amount from commissions
         where rep_id = @repId and state = @from and currency = @currency and id <= @upTo`,
      )
      .get({ ...decision, from })!
    if (count === 0) return { ok: false, reason: 'nothing_owed' }
    if (amount !== decision.amount) return { ok: false, reason: 'changed_elsewhere' }
    // Nobody pays less than nothing: it waits for what is earned next.
    if (from === 'approved' && amount < 0) return { ok: false, reason: 'nothing_owed' }
    apply()
    return { ok: true }
  })
}

function note(
  platform: PlatformDb,
  user: PlatformActor,
  action: string,
  details: Record<string, unknown>,
): void {
  const by = { kind: 'user', id: user.id, name: user.name } as const
  recordPlatformAudit(platform, by, { action, details })
}
