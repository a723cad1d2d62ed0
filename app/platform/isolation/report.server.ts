import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import type { FindingKind } from './findings.ts'

const PAGE_SIZE = 50
/** Reports before the last ones are forgotten. */
const RUNS_KEPT = 10

export type AuditRun = {
  id: number
  startedBy: string
  startedAt: number
  finishedAt: number | null
  files: number
  findings: number
  informational: number
  companies: number
}

export type ShownFinding = {
  id: number
  kind: FindingKind
  tenantId: string | null
  company: string | null
  subject: string
  detail: string
}

const RUN = `select r.id, r.started_by as startedBy, r.started_at as startedAt,
    r.finished_at as finishedAt, r.files,
    (select count(*) from isolation_findings f where f.run_id = r.id and f.is_informational = 0) as findings,
    (select count(*) from isolation_findings f where f.run_id = r.id and f.is_informational = 1) as informational,
    (select count(*) from tenants where status <> 'deleted') as companies
  from isolation_runs r`

/** Begins a run, unless one is under way. @returns the run that is under way now */
export function beginAudit(
  platform: PlatformDb,
  startedBy: string,
): { id: number; isNew: boolean } {
  const sqlite = platformSqliteOf(platform)
  return inPlatformTransaction(platform, () => {
    const open = sqlite
      .prepare<[], number>('select id from isolation_runs where finished_at is null')
      .pluck()
      .get()
    if (open !== undefined) return { id: open, isNew: false }
    sqlite
      .prepare(
        `delete from isolation_runs where id not in
           (select id from isolation_runs order by id desc limit ?)`,
      )
      .run(RUNS_KEPT - 1)
    const id = sqlite
      .prepare<[string, number], number>(
        'insert into isolation_runs (started_by, started_at) values (?, ?) returning id',
      )
      .pluck()
      .get(startedBy, Date.now())!
    return { id, isNew: true }
  })
}

/** Has every file looked at by a job. A run under way is only nudged. */
export function auditLater(platform: PlatformDb, actor: PlatformActor): void {
  inPlatformTransaction(platform, () => {
    const { id: runId, isNew } = beginAudit(platform, actor.name)
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    if (isNew) recordPlatformAudit(platform, by, { action: 'isolation_audit.started' })
    enqueuePlatformJob(platform, 'isolation.audit', { runId }, { key: `${runId}:${Date.now()}` })
  })
}

export function findLastRun(platform: PlatformDb): AuditRun | undefined {
  return platformSqliteOf(platform).prepare<[], AuditRun>(`${RUN} order by r.id desc limit 1`).get()
}

/** What a run found, what matters first. @param after id of the last row shown */
export function listFindings(
  platform: PlatformDb,
  runId: number,
  after = 0,
): { rows: ShownFinding[]; hasNext: boolean } {
  const found = platformSqliteOf(platform)
    .prepare<[number, number, number], ShownFinding>(
      `select f.id, f.kind, f.tenant_id as tenantId, t.name as company, f.subject, f.detail
       from isolation_findings f left join tenants t on t.id = f.tenant_id
       where f.run_id = ? and f.id > ? order by f.id limit ?`,
    )
    .all(runId, after, PAGE_SIZE + 1)
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE }
}
