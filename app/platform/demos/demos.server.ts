import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import { findProspect } from '../sales/find.server.ts'
import { moveProspect } from '../sales/move.server.ts'
import type { PlatformActor } from '../users/permissions.ts'

const DAY_MS = 24 * 3_600_000

export const DEMO_DAYS = 14
/** A demo that goes on for ever is a company that does not pay. */
export const DEMO_DAYS_MAX = 60

export type Demo = {
  tenantId: string
  slug: string
  state: 'making' | 'ready' | 'failed'
  /** pieces of sample data that are there, of `total` */
  done: number
  total: number
  createdAt: number
  expiresAt: number
}

/** The demo company of a prospect within reach; one that is being erased is not there. */
export function findDemo(
  platform: PlatformDb,
  user: PlatformActor,
  prospectId: number,
): Demo | undefined {
  if (!findProspect(platform, user, prospectId)) return undefined
  return platformSqliteOf(platform)
    .prepare<[number], Demo>(
      `select t.id as tenantId, t.slug, d.state, d.done, d.total, d.created_at as createdAt,
         t.demo_expires_at as expiresAt
       from tenants t join demos d on d.tenant_id = t.id
       where t.demo_of = ? and t.status <> 'deleted' and t.deletes_at is null`,
    )
    .get(prospectId)
}

/** Writes down that a demo company was made; a job fills it, another ends it in time. */
export function noteDemo(
  platform: PlatformDb,
  user: PlatformActor,
  demo: { prospectId: number; tenantId: string; expiresAt: number; at: number },
): void {
  const { prospectId, tenantId, expiresAt, at } = demo
  inPlatformTransaction(platform, () => {
    platformSqliteOf(platform)
      .prepare(
        `insert into demos (tenant_id, prospect_id, made_by, created_at) values (?, ?, ?, ?)`,
      )
      .run(tenantId, prospectId, user.id, at)
    fillLater(platform, tenantId, 1)
    expireLater(platform, tenantId, expiresAt)
    const stage = findProspect(platform, user, prospectId)?.stage
    if (stage === 'new' || stage === 'contacted')
      moveProspect(platform, user, { id: prospectId, stage: 'demo' })
    note(platform, user, { action: 'demo.made', tenantId, prospectId })
  })
}

export type DemoResult = { ok: true } | { ok: false; reason: 'not_found' | 'demo_too_long' }

/** Gives a demo more days, counted from its end. */
export function extendDemo(
  platform: PlatformDb,
  user: PlatformActor,
  { prospectId, days, at }: { prospectId: number; days: number; at: number },
): DemoResult {
  return inPlatformTransaction(platform, (): DemoResult => {
    const demo = findDemo(platform, user, prospectId)
    if (!demo) return { ok: false, reason: 'not_found' }
    const expiresAt = Math.max(demo.expiresAt, at) + days * DAY_MS
    if (expiresAt > at + DEMO_DAYS_MAX * DAY_MS) return { ok: false, reason: 'demo_too_long' }
    const { tenantId } = demo
    platformSqliteOf(platform)
      .prepare('update tenants set demo_expires_at = ?, updated_at = ? where id = ?')
      .run(expiresAt, at, tenantId)
    expireLater(platform, tenantId, expiresAt)
    note(platform, user, { action: 'demo.extended', tenantId, prospectId, days })
    return { ok: true }
  })
}

/** Ends a demo now: everything of it is erased as any company's that leaves. */
export function endDemo(
  platform: PlatformDb,
  user: PlatformActor,
  { prospectId, at }: { prospectId: number; at: number },
): DemoResult {
  return inPlatformTransaction(platform, (): DemoResult => {
    const demo = findDemo(platform, user, prospectId)
    if (!demo) return { ok: false, reason: 'not_found' }
    eraseDemo(platform, demo.tenantId, at)
    note(platform, user, { action: 'demo.ended', tenantId: demo.tenantId, prospectId })
    return { ok: true }
  })
}

/** Job demo.expire: its days are over, unless it was given more. */
export function expireDemo(
  platform: PlatformDb,
  { tenantId, expiresAt }: { tenantId: string; expiresAt: number },
  at: number,
): void {
  inPlatformTransaction(platform, () => {
    const isDue = platformSqliteOf(platform)
      .prepare(
        `select 1 from tenants where id = ? and demo_of is not null and demo_expires_at = ?
           and demo_expires_at <= ? and deletes_at is null and status <> 'deleted'`,
      )
      .get(tenantId, expiresAt, at)
    if (!isDue) return
    eraseDemo(platform, tenantId, at)
    const by = { kind: 'system', id: null, name: '' } as const
    recordPlatformAudit(platform, by, { action: 'demo.expired', tenantId })
  })
}

/** Hands a demo company to the erasure that every leaving company goes through. */
export function eraseDemo(platform: PlatformDb, tenantId: string, at: number): void {
  const { changes } = platformSqliteOf(platform)
    .prepare(
      `update tenants set deletes_at = @at, deletion_asked_at = @at, status = 'suspended',
         suspended_by = 'staff', updated_at = @at
       where id = @tenantId and demo_of is not null and deletes_at is null and status <> 'deleted'`,
    )
    .run({ tenantId, at })
  if (changes === 0) return
  enqueuePlatformJob(
    platform,
    'tenant.erase',
    { tenantId, deletesAt: at },
    { key: `${tenantId}:${at}` },
  )
}

/** Tries again to fill a demo that failed. @returns false when there is none such */
export function retryDemo(
  platform: PlatformDb,
  user: PlatformActor,
  { prospectId, at }: { prospectId: number; at: number },
): boolean {
  return inPlatformTransaction(platform, () => {
    const demo = findDemo(platform, user, prospectId)
    if (demo?.state !== 'failed') return false
    setState(platform, demo.tenantId, 'making')
    fillLater(platform, demo.tenantId, at)
    return true
  })
}

/** What a job that fills a demo needs; undefined when the demo is gone or done. */
export function findFilling(platform: PlatformDb, tenantId: string) {
  return platformSqliteOf(platform)
    .prepare<[string], { done: number; contactName: string }>(
      `select d.done, p.contact_name as contactName
       from demos d join tenants t on t.id = d.tenant_id join prospects p on p.id = d.prospect_id
       where d.tenant_id = ? and d.state = 'making' and t.status = 'active'
         and t.deletes_at is null`,
    )
    .get(tenantId)
}

/** One more piece is there; with the last one the demo is ready. */
export function noteFilled(
  platform: PlatformDb,
  tenantId: string,
  { done, total }: { done: number; total: number },
): void {
  platformSqliteOf(platform)
    .prepare('update demos set done = ?, total = ?, state = ? where tenant_id = ?')
    .run(done, total, done < total ? 'making' : 'ready', tenantId)
}

export function noteFillingFailed(platform: PlatformDb, tenantId: string): void {
  setState(platform, tenantId, 'failed')
}

function setState(platform: PlatformDb, tenantId: string, state: Demo['state']): void {
  platformSqliteOf(platform)
    .prepare('update demos set state = ? where tenant_id = ?')
    .run(state, tenantId)
}

function fillLater(platform: PlatformDb, tenantId: string, round: number): void {
  enqueuePlatformJob(platform, 'demo.fill', { tenantId }, { key: `${tenantId}:${round}` })
}

function expireLater(platform: PlatformDb, tenantId: string, expiresAt: number): void {
  enqueuePlatformJob(
    platform,
    'demo.expire',
    { tenantId, expiresAt },
    { key: `${tenantId}:${expiresAt}`, runAt: expiresAt },
  )
}

function note(
  platform: PlatformDb,
  user: PlatformActor,
  {
    action,
    tenantId,
    ...details
  }: { action: string; tenantId: string; prospectId: number; days?: number },
): void {
  const by = { kind: 'user', id: user.id, name: user.name } as const
  recordPlatformAudit(platform, by, { action, tenantId, details })
}
