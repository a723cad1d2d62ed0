import type { Owner } from '#app/domain/members/owners.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { BillingNotice, JobPayload } from '#app/jobs/registry.ts'
import { findReminderChannel } from '#app/platform/billing/reminders/channel.server.ts'
import { listBillingContacts } from '#app/platform/billing/reminders/contacts.server.ts'
import { addBillingMessage } from '#app/platform/billing/reminders/messages.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { enqueuePlatformJob } from '#app/platform/jobs.server.ts'
import { composeMail } from '#app/platform/mail/compose.server.ts'

/** Whoever is written to. `key` tells them apart within one occasion. */
export type Recipient = {
  key: string
  name: string
  email: string
  /** E.164 */
  phone: string | null
  language: Language
}

/** How much is left of the plan is the owners' to know; the rest goes to whoever pays. */
const FOR_OWNERS: readonly BillingNotice[] = ['usage_near', 'usage_full']
/** Worth a message on a phone; the rest is mail. */
const BY_WHATSAPP: readonly BillingNotice[] = [
  ...(['trial_ending', 'payment_failed', 'payment_received', 'overdue'] as const),
  ...(['suspended', 'reactivated', 'refunded'] as const),
]

/** The company's billing contacts, or its owners where it names none. */
export function listRecipients(
  platform: PlatformDb,
  { tenantId, kind }: Pick<JobPayload<'billing.notice'>, 'tenantId' | 'kind'>,
  owners: Owner[],
): Recipient[] {
  // Before its owner's address is confirmed nobody is written to on a company's word.
  if (owners.length === 0) return []
  const contacts = FOR_OWNERS.includes(kind) ? [] : listBillingContacts(platform, tenantId)
  if (contacts.length > 0) return contacts.map(({ id, ...one }) => ({ ...one, key: `c${id}` }))
  return owners.map(({ id, ...one }) => ({ ...one, key: String(id), phone: null }))
}

/** Writes to one person by mail and, where both sides have a number, by WhatsApp, each once. */
export function tell(
  platform: PlatformDb,
  { tenantId, kind, at, about }: JobPayload<'billing.notice'>,
  message: {
    person: Recipient
    link: string
    invoiceId: number | null
    values: Record<string, string>
  },
): void {
  const { person, link, invoiceId, values } = message
  const key = `billing-${tenantId}-${kind}-${about ?? ''}-${at}-${person.key}`
  const known = { tenantId, kind, invoiceId, recipientName: person.name, at: Date.now() }
  addBillingMessage(platform, { ...known, channel: 'email', key, recipient: person.email })
  const mail = { template: 'billing', to: person.email, language: person.language }
  enqueuePlatformJob(
    platform,
    'mail.send',
    { ...mail, values: { ...values, mailId: key } },
    { key },
  )
  const isReachable = person.phone !== null && findReminderChannel(platform) !== undefined
  if (!isReachable || !BY_WHATSAPP.includes(kind)) return
  const { subject } = composeMail('billing', person.language, values)
  const messageId = addBillingMessage(platform, {
    ...{ ...known, channel: 'whatsapp', key: `${key}-whatsapp`, recipient: person.phone! },
    values: [person.name, subject, link],
  })
  if (messageId !== undefined)
    enqueuePlatformJob(platform, 'billing.whatsapp', { messageId }, { key: String(messageId) })
}
