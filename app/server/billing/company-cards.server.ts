import { findCardCustomer } from '#app/platform/billing/stripe/card.server.ts'
import type { Cards } from '#app/platform/billing/stripe/client.server.ts'
import { leaveCard, openCardPortal, payByCard } from '#app/platform/billing/stripe/pay.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'

/** Who acts, and on which host: addresses for the way back are made of it, never of a form. */
type From = { email: string; company: string; origin: string }

/** What a company can do with cards; undefined where the operator configured none. */
export function createCompanyCards(
  platform: PlatformDb,
  tenantId: string,
  cards: Cards | undefined,
) {
  if (!cards) return undefined
  const ask = ({ email, company, origin }: From) => ({
    ...{ tenantId, email, company, at: Date.now() },
    billingUrl: `${origin}/settings/billing`,
  })
  return {
    /** the card that is charged by itself, without what names it at the vendor */
    kept: () => {
      const card = findCardCustomer(platform, tenantId)?.card
      if (!card) return undefined
      const { brand, last4, expiresMonth, expiresYear } = card
      return { brand, last4, expiresMonth, expiresYear }
    },
    pay: (from: From, invoice: { id: number; keeps: boolean }) =>
      payByCard(platform, { ...ask(from), invoiceId: invoice.id, keeps: invoice.keeps }, cards),
    leave: (from: From, currency: string) => leaveCard(platform, { ...ask(from), currency }, cards),
    openPortal: (from: From) => openCardPortal(platform, ask(from), cards),
  }
}
