import { randomUUID } from 'node:crypto'
import { getCompany } from '#app/domain/company/queries.server.ts'
import {
  noteMailed,
  notePushed,
  prepareDigest,
  prepareMail,
  preparePush,
} from '#app/domain/notifications/deliver.server.ts'
import {
  findSubscription,
  forgetSubscription,
  noteDelivered,
  noteUndelivered,
} from '#app/domain/notifications/push-subscriptions.server.ts'
import { isDigestDay, scheduleDigest } from '#app/domain/notifications/schedule-digest.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { JobContext, JobHandlers, JobOutcome } from '#app/jobs/run-job.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { aboutWords, kindWords, languageOf, pushMessage } from './notification-words.server.ts'
import { portalOrigin } from './portal-origin.server.ts'
import type { PushService } from './push.server.ts'
import type { Runtime } from './runtime.server.ts'

/** What is worth waking a phone for at once. */
const URGENT: ReadonlySet<string> = new Set(['hot_lead', 'assigned', 'sla_breached'])

/** The jobs that carry notifications to devices and mailboxes. */
export function notificationJobs(runtime: Runtime, push: PushService) {
  const originOf = (db: TenantDb) => {
    const entry = runtime.directory.findById(tenantIdOf(db))
    return portalOrigin(runtime.env, entry?.slug ?? 'app')
  }
  return {
    'push.send': (db, payload, job) => sendPush(db, push, payload, job),
    'notification.mail': (db, payload, job) =>
      mailOne(db, payload.notificationId, { job, originOf }),
    'digest.send': (db, payload, job) => mailDigest(db, payload.memberId, { job, originOf }),
  } satisfies JobHandlers<TenantDb>
}

/** One notification to one device. What cannot be delivered after all tries is let go quietly. */
async function sendPush(
  db: TenantDb,
  push: PushService,
  payload: { notificationId: number; subscriptionId: number },
  job: JobContext,
): Promise<JobOutcome> {
  const { notificationId, subscriptionId } = payload
  const delivery = preparePush(db, notificationId)
  const device = delivery && findSubscription(db, subscriptionId)
  if (!delivery || !device || device.memberId !== delivery.member.id) return undefined
  const message = pushMessage(delivery, getCompany(db).name)
  const result = await push.send(device, message, URGENT.has(delivery.notification.kind))
  if (result.kind === 'wait') return { retryAfterMs: result.retryAfterMs, error: 'http_429' }
  if (result.kind === 'failed' && !job.isLastAttempt) throw new PushNotSentError(result.reason)
  job.complete(() => {
    if (result.kind === 'gone') return forgetSubscription(db, subscriptionId)
    if (result.kind !== 'sent') return noteUndelivered(db, subscriptionId)
    noteDelivered(db, subscriptionId)
    notePushed(db, notificationId)
  })
}

type MailRun = { job: JobContext; originOf: (db: TenantDb) => string }

function mailOne(db: TenantDb, notificationId: number, { job, originOf }: MailRun): void {
  const delivery = prepareMail(db, notificationId)
  if (!delivery) return
  const { member, notification } = delivery
  const language = languageOf(member)
  const origin = originOf(db)
  const values = {
    ...valuesFor(db, member, origin),
    what: kindWords(notification, language),
    about: aboutWords(notification, language),
    link: `${origin}${notification.to ?? '/notifications'}`,
  }
  job.complete(() => {
    enqueue(db, 'mail.send', { template: 'notification', to: member.email, language, values })
    noteMailed(db, notificationId)
  })
}

/** The day's summary, and the plan for the next one. Nothing to say is nothing sent. */
function mailDigest(db: TenantDb, memberId: number, { job, originOf }: MailRun): void {
  const digest = prepareDigest(db, memberId)
  if (!digest) return
  const { member, unread, newest } = digest
  const language = languageOf(member)
  const origin = originOf(db)
  const isWanted = isDigestDay(member.digest, Date.now(), getCompany(db).timeZone)
  const items = newest.map((one) => ({
    label: [kindWords(one, language), aboutWords(one, language)].filter(Boolean).join(' · '),
    url: `${origin}${one.to ?? '/notifications'}`,
  }))
  const values = {
    ...{ ...valuesFor(db, member, origin), unread: String(unread), items: JSON.stringify(items) },
    link: `${origin}/notifications`,
  }
  job.complete(() => {
    scheduleDigest(db, member)
    if (!isWanted || unread === 0) return
    enqueue(db, 'mail.send', { template: 'digest', to: member.email, language, values })
  })
}

function valuesFor(db: TenantDb, member: { name: string }, origin: string) {
  const preferences = `${origin}/profile/notifications`
  return { name: member.name, company: getCompany(db).name, preferences, mailId: randomUUID() }
}

/** A push that may arrive another time; its name is what the job's row shows. */
class PushNotSentError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = `PushNotSent ${reason}`
  }
}
