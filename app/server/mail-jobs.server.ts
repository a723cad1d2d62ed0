import { prepareMemberMail } from '#app/domain/members/mails.server.ts'
import { isOwnerVerified } from '#app/domain/members/verify-owner.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { JobHandler, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { composeMail, isMailTemplate } from '#app/platform/mail/compose.server.ts'
import type { SendMail } from '#app/platform/mail/send.server.ts'
import { noteBillingMessage } from '#app/platform/billing/reminders/messages.server.ts'
import { preparePlatformMail } from '#app/platform/users/mails.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

type MailJob = JobPayload<'mail.send'>

/** A mail that could not leave now; its name is what the job's row shows. */
class MailNotSentError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = `MailNotSent ${reason}`
  }
}

/**
 * Sends a company's mail. Before its owner's address is confirmed, only the confirmation
 * itself leaves; everything else is dropped, because nobody has asked for it. A demo company
 * writes to nobody at all.
 */
export function companyMailHandler(
  send: SendMail,
  isDemo: (tenantId: string) => boolean,
): JobHandler<TenantDb, 'mail.send'> {
  return (db, job) => {
    if (isDemo(tenantIdOf(db))) return undefined
    const ready = prepareMemberMail(db, job)
    if (!ready) return undefined
    if (!isOwnerVerified(db) && ready.template !== 'email_verification') return undefined
    return deliver(send, ready, tenantIdOf(db))
  }
}

/** Sends what the platform itself writes: to its own people, and where companies are. */
export function platformMailHandler(send: SendMail): JobHandler<PlatformDb, 'mail.send'> {
  return async (platform, job, context) => {
    const ready = preparePlatformMail(platform, job)
    if (!ready) return undefined
    const note = (status: 'sent' | 'failed', reason?: string) => {
      const key = job.values['mailId']
      const at = Date.now()
      if (job.template === 'billing' && key)
        noteBillingMessage(platform, { key }, { status, reason, at })
    }
    try {
      const outcome = await deliver(send, ready, null)
      if (outcome && 'failed' in outcome) note('failed', outcome.failed)
      else note('sent')
      return outcome
    } catch (error) {
      if (context.isLastAttempt) note('failed', 'unreachable')
      throw error
    }
  }
}

async function deliver(send: SendMail, job: MailJob, tenantId: string | null): Promise<JobOutcome> {
  const { template, to, language, values } = job
  if (!isMailTemplate(template)) return { failed: `No mail template ${template}` }
  const mail = composeMail(template, language, values)
  const sent = await send({
    ...mail,
    to,
    tenantId,
    ...(values['calendar'] && {
      calendar: { method: values['calendarMethod'] ?? 'REQUEST', content: values['calendar'] },
    }),
    mailId: values['mailId'] ?? crypto.randomUUID(),
  })
  if (sent.ok) return undefined
  if (sent.isPermanent) return { failed: sent.reason }
  throw new MailNotSentError(sent.reason)
}
