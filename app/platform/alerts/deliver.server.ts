import { createHmac } from 'node:crypto'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformVault } from '../vault.server.ts'
import { findAlert } from './list.server.ts'
import { openHook } from './rules.server.ts'

/** Posts JSON to an address that a person typed; reaches nothing but the open internet. */
export type GuardedPost = (
  url: string,
  message: { body: string; headers: Record<string, string> },
) => Promise<{ ok: true } | { ok: false; reason: string }>

type Row = { alertId: number; event: string; createdAt: number; state: string }

class NotDeliveredError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = `NotDelivered ${reason}`
  }
}

/**
 * Job alert.deliver: posts one alert, signed over time and body. Tried again by the queue; after
 * the last attempt the delivery stays visible as failed.
 */
export async function deliverAlert(
  platform: PlatformDb,
  { deliveryId }: { deliveryId: number },
  job: JobContext,
  { vault, post }: { vault: PlatformVault; post: GuardedPost },
): Promise<JobOutcome> {
  const sqlite = platformSqliteOf(platform)
  const row = sqlite
    .prepare<[number], Row>(
      `select alert_id as alertId, event, created_at as createdAt, state
       from alert_deliveries where id = ?`,
    )
    .get(deliveryId)
  const alert = row && findAlert(platform, row.alertId)
  const hook = openHook(platform, vault)
  if (!row || !alert || !hook || row.state !== 'waiting') return undefined
  const { id, kind, state, subject, company, value, threshold, openedAt } = alert
  const told = { id, kind, state, subject, company, value, threshold, openedAt }
  const body = JSON.stringify({
    delivery: deliveryId,
    event: row.event,
    at: row.createdAt,
    alert: told,
  })
  const sent = await post(hook.url, { body, headers: signatureOf(hook.secret, body, Date.now()) })
  const isOver = sent.ok || job.isLastAttempt
  sqlite
    .prepare(
      `update alert_deliveries set attempts = ?, state = ?, reason = ?, settled_at = ? where id = ?`,
    )
    .run(
      ...[job.attempt, isOver ? (sent.ok ? 'sent' : 'failed') : 'waiting'],
      ...[sent.ok ? null : sent.reason, isOver ? Date.now() : null, deliveryId],
    )
  if (!sent.ok) throw new NotDeliveredError(sent.reason)
  return undefined
}

/** `Baraza-Signature: t=<ms>,v1=<hex HMAC-SHA256 of "<ms>.<body>">`. */
export function signatureOf(secret: string, body: string, at: number): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return { 'baraza-signature': `t=${at},v1=${hash}` }
}
