import { randomUUID } from 'node:crypto'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import { findPlatformUserByEmail } from './find.server.ts'
import { issueUserToken, USER_TOKEN_LIFETIME_MS } from './tokens.server.ts'
import type { UserTokenKind } from './tokens.server.ts'

type MailJob = JobPayload<'mail.send'>

const PATHS: Record<UserTokenKind, string> = {
  invitation: '/invitations/',
  password_reset: '/reset/',
}

/**
 * Queues a mail with a link for one of the platform's own people. The token is made when the
 * mail is sent and is nowhere in the queue.
 *
 * @param origin of the app host
 */
export function mailUserLinkLater(
  platform: PlatformDb,
  template: UserTokenKind,
  mail: { to: string; origin: string; sender?: string },
): void {
  const { to, origin, sender = '' } = mail
  const values = { origin, sender, mailId: randomUUID() }
  enqueuePlatformJob(platform, 'mail.send', { template, to, language: 'en', values })
}

/** Makes a queued mail ready. @returns undefined when there is nobody to send it to any more */
export function preparePlatformMail(platform: PlatformDb, job: MailJob): MailJob | undefined {
  const kind = job.template as UserTokenKind
  if (!Object.hasOwn(PATHS, kind)) return job
  const user = findPlatformUserByEmail(platform, job.to)
  if (user?.status !== (kind === 'invitation' ? 'invited' : 'active')) return undefined
  const link = `${job.values['origin'] ?? ''}${PATHS[kind]}${issueUserToken(platform, user, kind)}`
  const minutes = String(USER_TOKEN_LIFETIME_MS[kind] / 60_000)
  const { name, role, language } = user
  const values = { ...job.values, link, minutes, name, role, company: 'Baraza' }
  return { ...job, language, values }
}
