import { randomUUID } from 'node:crypto'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMemberByEmail } from './find.server.ts'
import type { Member } from './find.server.ts'
import { issueToken, TOKEN_LIFETIME_MS } from './tokens.server.ts'
import type { TokenKind } from './tokens.server.ts'

type MailJob = JobPayload<'mail.send'>

/** Where each kind of link leads on the company's own host. */
const PATHS: Record<TokenKind, string> = {
  invitation: '/invitations/',
  password_reset: '/reset/',
  email_verification: '/verify/',
}

/**
 * Queues a mail with a link. The link's token is made when the mail is sent and is nowhere in
 * the queue; whether there still is somebody to send it to is looked up then, too.
 *
 * @param origin of the company's host, e.g. `https://hotel.baraza.example`
 */
export function mailLinkLater(
  db: TenantDb,
  template: TokenKind,
  mail: { to: string; origin: string; sender?: string },
): void {
  const { to, origin, sender = '' } = mail
  const values = { origin, sender, mailId: randomUUID() }
  enqueue(db, 'mail.send', { template, to, language: getCompany(db).language, values })
}

/**
 * Makes a queued mail ready: the member it is for, and the link.
 *
 * @returns undefined when there is nobody to send it to any more. A company that is not
 *   verified mails nobody but its owner, and nothing but the verification
 */
export function prepareMemberMail(db: TenantDb, job: MailJob): MailJob | undefined {
  const company = getCompany(db)
  const isVerified = company.ownerVerifiedAt !== null
  const member = findMemberByEmail(db, job.to)
  const kind = job.template as TokenKind
  if (!Object.hasOwn(PATHS, kind)) return isVerified ? job : undefined
  // Whoever signed up with a mistyped password gets in through the verification instead.
  const sent = !isVerified && kind === 'password_reset' ? 'email_verification' : kind
  if (!member || !isWanted(member, sent, isVerified)) return undefined
  const link = `${job.values['origin'] ?? ''}${PATHS[sent]}${issueToken(db, member, sent)}`
  const minutes = String(TOKEN_LIFETIME_MS[sent] / 60_000)
  const { name, role, language } = member
  const values = { ...job.values, link, minutes, name, role, company: company.name }
  return { ...job, template: sent, language, values }
}

function isWanted(member: Member, kind: TokenKind, isVerified: boolean): boolean {
  if (kind === 'invitation') return isVerified && member.status === 'invited'
  if (kind === 'email_verification') {
    return !isVerified && member.status === 'active' && member.role === 'owner'
  }
  return isVerified && member.status === 'active'
}
