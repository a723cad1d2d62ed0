import { getCompany } from '#app/domain/company/queries.server.ts'
import { listOwners } from '#app/domain/members/owners.server.ts'
import { isOwnerVerified } from '#app/domain/members/verify-owner.server.ts'
import type { measures } from '#app/domain/usage/measures.ts'
import { fillOf } from '#app/domain/usage/measures.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { formatMoney } from '#app/i18n/money.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { findDocument, findCompanyPayment } from '#app/platform/billing/documents.server.ts'
import { readStanding } from '#app/platform/billing/standing.server.ts'
import type { Standing } from '#app/platform/billing/standing.server.ts'
import { allowanceOf, listUsage } from '#app/platform/billing/usage.server.ts'
import { portalOrigin } from '../portal-origin.server.ts'
import { listRecipients, tell } from './tell.server.ts'
import type { Recipient } from './tell.server.ts'
import type { Runtime } from '../runtime.server.ts'

type Notice = JobPayload<'billing.notice'>
/** What a letter says beside who writes to whom: moments and amounts, not yet words. */
type Facts = {
  day?: number | null
  amount?: { minor: number; currency: string }
  number?: string
  /** in whose history it stands */
  invoiceId?: number
  /** the invoice that a credit note takes back */
  about?: string
  measure?: { name: (typeof measures)[number]; used: number; limit: number }
}

/** What came too late is not written any more: nobody needs a reminder of last month's. */
const STALE_MS = 3 * 86_400_000

/**
 * Job billing.notice: writes to the owners of a company, each in their language, if what it is
 * about is still so. Mails leave through the platform's queue, so that a suspended company's do too.
 */
export async function writeNotice(
  runtime: Runtime,
  platform: PlatformDb,
  notice: Notice,
): Promise<undefined> {
  const { tenantId, kind, at } = notice
  const entry = runtime.directory.findById(tenantId)
  const facts = Date.now() - at < STALE_MS ? readFacts(platform, notice) : undefined
  if (!entry || !facts) return
  const { owners, timeZone } = await runtime.tenancy.withTenant(entry, (db) => ({
    owners: isOwnerVerified(db) ? listOwners(db) : [],
    timeZone: getCompany(db).timeZone,
  }))
  const link = `${portalOrigin(runtime.env, entry.slug)}/settings/billing`
  for (const person of listRecipients(platform, notice, owners)) {
    const words = toWords(facts, person, timeZone)
    tell(platform, notice, {
      ...{ person, link, invoiceId: facts.invoiceId ?? null },
      values: { ...words, kind, link, name: person.name, company: entry.name },
    })
  }
}

/** @returns undefined when it is not so any more */
function readFacts(platform: PlatformDb, { tenantId, kind, about }: Notice): Facts | undefined {
  const standing = readStanding(platform, tenantId)
  if (!standing) return undefined
  const { status, currency, owed } = standing
  const amount = { minor: owed, currency }
  const invoiceId = standing.next?.id
  if (kind === 'trial_ending')
    return status === 'trial' && standing.periodStart === null
      ? { day: standing.trialEndsAt, amount: { minor: firstAmount(standing), currency } }
      : undefined
  if (kind === 'overdue')
    return status === 'past_due' ? { amount, invoiceId, day: standing.suspendsAt } : undefined
  if (kind === 'suspended')
    return status === 'suspended' ? { amount, invoiceId, day: standing.endsAt } : undefined
  if (kind === 'reactivated') return status === 'active' ? {} : undefined
  if (kind === 'invoice_issued') return invoiceFacts(platform, tenantId, Number(about))
  if (kind === 'credit_note') return creditFacts(platform, tenantId, Number(about))
  if (kind === 'payment_failed' || kind === 'refunded' || kind === 'payment_received')
    return paymentFacts(platform, tenantId, { id: Number(about), kind })
  return usageFacts(platform, tenantId, about)
}

function invoiceFacts(platform: PlatformDb, tenantId: string, id: number): Facts | undefined {
  const invoice = findDocument(platform, tenantId, id)
  if (invoice?.status !== 'open') return undefined
  const { number, dueAt: day, total, settled, currency } = invoice
  return { number, day, invoiceId: id, amount: { minor: total - settled, currency } }
}

function creditFacts(platform: PlatformDb, tenantId: string, id: number): Facts | undefined {
  const note = findDocument(platform, tenantId, id)
  if (note?.kind !== 'credit_note') return undefined
  const { number, total: minor, currency, credits } = note
  return {
    ...{ number, about: credits?.number, invoiceId: credits?.id },
    amount: { minor, currency },
  }
}

function paymentFacts(
  platform: PlatformDb,
  tenantId: string,
  { id, kind }: { id: number; kind: 'payment_failed' | 'payment_received' | 'refunded' },
): Facts | undefined {
  const isFailure = kind === 'payment_failed'
  const payment = findCompanyPayment(platform, tenantId, id)
  if (payment?.status !== (isFailure ? 'failed' : 'settled')) return undefined
  const { invoiceNumber, invoiceId, reference, amount: minor, currency } = payment
  return {
    number: (isFailure ? invoiceNumber : reference) ?? '–',
    invoiceId: invoiceId ?? undefined,
    amount: { minor, currency },
  }
}

function usageFacts(platform: PlatformDb, tenantId: string, about = ''): Facts | undefined {
  const { stops: limits } = allowanceOf(platform, tenantId, Date.now())
  const noted = listUsage(platform, tenantId).find((one) => one.name === about)
  const limit = noted && limits[noted.name]
  if (!noted || typeof limit !== 'number' || fillOf(noted.used, limit) === 'plain') return undefined
  return { measure: { name: noted.name, used: noted.used, limit } }
}

function firstAmount({ monthly, setupFee, taxPercent }: Standing): number {
  return Math.round(((monthly + setupFee) * (100 + taxPercent)) / 10_000) * 100
}

function toWords(facts: Facts, { language }: Recipient, timeZone: string): Record<string, string> {
  const { day, amount, number = '', about = '', measure } = facts
  return {
    ...{ number, about },
    day: typeof day === 'number' ? formatDay(day, { language, timeZone }) : '',
    amount: amount ? formatMoney(amount.minor, amount.currency, language) : '',
    what: measure ? translator(language)(`billing.measure.${measure.name}`) : '',
    used: measure ? formatNumber(measure.used, language) : '',
    limit: measure ? formatNumber(measure.limit, language) : '',
  }
}
