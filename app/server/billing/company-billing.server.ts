import type { DateSettings } from '#app/i18n/format.ts'
import { BYTES_PER_MB, measureAll } from '#app/domain/usage/measure.server.ts'
import type { Limits, Measure, Usage } from '#app/domain/usage/measures.ts'
import { priceOffers, setAddOn } from '#app/platform/billing/add-ons.server.ts'
import {
  cancelSubscription,
  changePlan,
  previewPlan,
  resumeSubscription,
  subscribe,
} from '#app/platform/billing/change-plan.server.ts'
import { redeemCoupon } from '#app/platform/billing/coupons.server.ts'
import {
  findCompanyPayment,
  findDocument,
  lastPhone,
  listDocuments,
  listPayments,
} from '#app/platform/billing/documents.server.ts'
import { askByMpesa } from '#app/platform/billing/mpesa/push.server.ts'
import { chooseOverage } from '#app/platform/billing/overage.server.ts'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import { findReminderChannel } from '#app/platform/billing/reminders/channel.server.ts'
import {
  addBillingContact,
  changeBillingContact,
  listBillingContacts,
  removeBillingContact,
} from '#app/platform/billing/reminders/contacts.server.ts'
import type { BillingContact } from '#app/platform/billing/reminders/contacts.server.ts'
import { readStanding } from '#app/platform/billing/standing.server.ts'
import { startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { allowanceOf, listUsage } from '#app/platform/billing/usage.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { dismissWarning, readShellNotice } from './shell-notice.server.ts'
import { createCompanyCards } from './company-cards.server.ts'
import { roomIn } from './room.server.ts'
import { writeCompanyDocument } from './document-pdf.server.ts'
import { readSeller } from './seller.server.ts'
import type { Runtime } from '../runtime.server.ts'
import type { Services } from '../services.ts'

const DEFAULT_CURRENCY = 'KES'

/**
 * All that a company's own pages may know and do about what it pays. It is made for the company
 * of the request's host and takes no other: there is no way to name another company's invoice.
 */
export type CompanyBilling = ReturnType<typeof createCompanyBilling>

/** Which member of the company acts; the platform's log keeps the name. */
type Member = { name: string }

export function createCompanyBilling(
  { platform, env }: Runtime,
  tenantId: string,
  { cards }: Pick<Services, 'cards'>,
) {
  const by = ({ name }: Member) => ({ kind: 'system', id: null, name }) as const
  const ask = (member: Member) => ({ tenantId, by: by(member), at: Date.now() })
  const readAllowance = () => allowanceOf(platform, tenantId, Date.now())
  const readOwnStanding = () => readStanding(platform, tenantId)
  return {
    standing: readOwnStanding,
    plans: () => listPlans(platform, readOwnStanding()?.currency ?? DEFAULT_CURRENCY),
    /** what the plan allows, and since when its period is counted */
    allowance: readAllowance,
    /** counts in the company's own file, which the request holds already */
    usage: (db: TenantDb): { used: Usage; limits: Limits; since: number } => {
      const { since, stops: limits } = readAllowance()
      return { used: measureAll(db, since), limits, since }
    },
    /** whether one more of this may be made */
    hasRoom: (db: TenantDb, what: Measure) => roomIn(db, what, readAllowance()) > 0,
    /** whether a file of so many bytes may still be kept */
    fitsStorage: (db: TenantDb) => (byteSize: number) =>
      roomIn(db, 'storageMb', readAllowance()) * BYTES_PER_MB >= byteSize,
    /** what every page of this company's owners should say above, if anything */
    shellNotice: (memberId: number) =>
      readShellNotice(platform, { tenantId, memberId }, Date.now()),
    /** one member puts the warning of a limit away */
    dismissWarning: (memberId: number) =>
      dismissWarning(platform, { tenantId, memberId }, Date.now()),
    contacts: () => listBillingContacts(platform, tenantId),
    addContact: (contact: Omit<BillingContact, 'id'>) =>
      addBillingContact(platform, tenantId, { contact, at: Date.now() }),
    changeContact: (contact: BillingContact) => changeBillingContact(platform, tenantId, contact),
    remindsByWhatsApp: () => findReminderChannel(platform) !== undefined,
    removeContact: (id: number) => removeBillingContact(platform, tenantId, id),
    /** what the last count said, without counting */
    notedUsage: () => listUsage(platform, tenantId),
    seller: () => readSeller({ platform, env }),
    /** an invoice or credit note as a file; undefined where this company has no such */
    documentPdf: (id: number, settings: DateSettings) =>
      writeCompanyDocument({ platform, env }, { tenantId, id }, settings),
    documents: (page: { before?: number; search?: string; size?: number }) =>
      listDocuments(platform, tenantId, page),
    document: (id: number) => findDocument(platform, tenantId, id),
    payments: (page: { before?: number; size?: number }) =>
      listPayments(platform, tenantId, { ...page, hidesAsked: true }),
    payment: (id: number) => findCompanyPayment(platform, tenantId, id),
    lastPhone: () => lastPhone(platform, tenantId),
    canPayByPhone: Boolean(env.MPESA_CONSUMER_KEY),
    cards: createCompanyCards(platform, tenantId, cards),
    /** @param phone digits with 254 in front */
    payByPhone: (invoiceId: number, phone: string) =>
      askByMpesa(platform, { tenantId, invoiceId, phone, at: Date.now() }),
    previewPlan: (planId: string) => previewPlan(platform, { tenantId, planId, at: Date.now() }),
    changePlan: (member: Member, planId: string) =>
      changePlan(platform, { ...ask(member), planId }),
    /** the first plan of a company that has none: its free days begin */
    begin: (planId: string, timeZone: string) =>
      startTrial(platform, {
        ...{ tenantId, planId, timeZone, currency: DEFAULT_CURRENCY, at: Date.now() },
      }),
    offers: () => priceOffers(platform, tenantId, Date.now()),
    setAddOn: (member: Member, addOnId: string, quantity: number) =>
      setAddOn(platform, { ...ask(member), addOnId, quantity }),
    redeem: (member: Member, code: string) => redeemCoupon(platform, { ...ask(member), code }),
    /** @param cap minor units a month; null stops at the limit */
    chooseOverage: (member: Member, cap: number | null) =>
      chooseOverage(platform, { ...ask(member), cap }),
    order: (member: Member) => subscribe(platform, ask(member)),
    cancel: (member: Member) => cancelSubscription(platform, ask(member)),
    resume: (member: Member) => resumeSubscription(platform, ask(member)),
  }
}
