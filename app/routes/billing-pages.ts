import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

const READ = { GET: 'billing.read' } as const
const WRITE = { GET: 'billing.write', POST: 'billing.write' } as const
const POST = { POST: 'billing.write' } as const

/** What a company pays: its plan, its invoices, its payments. */
export function billingPages(): PortalPage[] {
  const base = '/settings/billing'
  return [
    page(base, 'billing/overview', READ),
    page(`${base}/plans`, 'billing/plans', READ),
    page(`${base}/plans/:plan`, 'billing/plan', WRITE),
    page(`${base}/order`, 'billing/order', POST, 'bare'),
    page(`${base}/cancellation`, 'billing/cancellation', WRITE),
    page(`${base}/resumption`, 'billing/resumption', POST, 'bare'),
    page(`${base}/add-ons`, 'billing/add-ons', WRITE),
    page(`${base}/coupon`, 'billing/coupon', WRITE),
    page(`${base}/overage`, 'billing/overage', WRITE),
    page(`${base}/contacts`, 'billing/contacts', WRITE),
    page(`${base}/contacts/:id`, 'billing/contact', WRITE),
    page(`${base}/contacts/:id/removal`, 'billing/contact-removal', POST, 'bare'),
    page(
      `${base}/warning-dismissal`,
      'billing/warning-dismissal',
      { POST: 'billing.read' },
      'bare',
    ),
    page(`${base}/invoices`, 'billing/invoices', READ),
    page(`${base}/invoices/:id`, 'billing/invoice', READ, 'bare'),
    page(`${base}/invoices/:id/pdf`, 'billing/invoice-pdf', READ, 'bare'),
    page(`${base}/invoices/:id/payment`, 'billing/pay', WRITE),
    page(`${base}/invoices/:id/card-payment`, 'billing/card-pay', POST, 'bare'),
    page(`${base}/card`, 'billing/card', POST, 'bare'),
    page(`${base}/card-portal`, 'billing/card-portal', POST, 'bare'),
    page(`${base}/payments`, 'billing/payments', READ),
    page(`${base}/payments/:id`, 'billing/payment', READ),
  ]
}
