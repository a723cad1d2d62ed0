import type { AppPage } from './declaration.ts'

type Access = AppPage['methods']

const COMPANY = '/admin/companies/:tenant'

/** The platform owner's pages; support sees the companies given to it, sales none of this. */
export const adminPages: AppPage[] = [
  page('/admin', 'overview', { GET: 'admin.read' }),
  page('/admin/revenue', 'revenue', { GET: 'admin.read' }),
  page('/admin/invoices', 'invoices', { GET: 'admin.read' }),
  page('/admin/revenue/payments', 'payments', { GET: 'admin.read' }),
  page('/admin/jobs', 'jobs', { GET: 'admin.read' }),
  action('/admin/jobs/:id/retry', 'job-retry', 'tenants.write'),
  page('/admin/plans', 'plans', { GET: 'admin.read' }),
  page('/admin/plans/new', 'plan-new', { GET: 'plans.write', POST: 'plans.write' }),
  page('/admin/plans/:plan', 'plan', { GET: 'plans.write', POST: 'plans.write' }),
  action('/admin/plans/:plan/archival', 'plan-archival', 'plans.write'),
  action('/admin/plans/:plan/offer', 'plan-offer', 'plans.write'),
  page('/admin/coupons', 'coupons', { GET: 'admin.read' }),
  page('/admin/coupons/new', 'coupon-new', { GET: 'plans.write', POST: 'plans.write' }),
  action('/admin/coupons/:code/end', 'coupon-end', 'plans.write'),
  page('/admin/add-ons', 'add-ons', { GET: 'admin.read' }),
  page('/admin/add-ons/new', 'add-on-new', { GET: 'plans.write', POST: 'plans.write' }),
  page('/admin/add-ons/:addOn', 'add-on', { GET: 'plans.write', POST: 'plans.write' }),
  page('/admin/settings', 'settings', { GET: 'admin.read', POST: 'control.write' }),
  page('/admin/settings/billing', 'settings-billing', {
    ...{ GET: 'admin.read', POST: 'control.write' },
  }),
  page('/admin/settings/reminders', 'settings-reminders', {
    ...{ GET: 'admin.read', POST: 'control.write' },
  }),
  action('/admin/settings/reminders/removal', 'settings-reminders-removal', 'control.write'),
  page('/admin/announcements', 'announcements', { GET: 'admin.read' }),
  page('/admin/announcements/new', 'announcement-new', {
    ...{ GET: 'control.write', POST: 'control.write' },
  }),
  page('/admin/announcements/:id', 'announcement', {
    ...{ GET: 'control.write', POST: 'control.write' },
  }),
  action('/admin/announcements/:id/ending', 'announcement-ending', 'control.write'),
  page('/admin/flags', 'flags', { GET: 'admin.read' }),
  page('/admin/flags/:flag', 'flag', { GET: 'admin.read', POST: 'control.write' }),
  page('/admin/industries', 'industries', { GET: 'admin.read' }),
  page('/admin/industries/:industry', 'industry', { GET: 'plans.write', POST: 'plans.write' }),
  action('/admin/industries/:industry/restoration', 'industry-restoration', 'plans.write'),
  page('/admin/companies', 'companies', { GET: 'tenants.read' }),
  page('/admin/companies/new', 'company-new', { GET: 'tenants.write', POST: 'tenants.write' }),
  page(COMPANY, 'company', { GET: 'tenants.read' }),
  page(`${COMPANY}/subscription`, 'company-subscription', { GET: 'admin.read' }),
  page(`${COMPANY}/invoices/:invoiceId`, 'company-invoice', { GET: 'admin.read' }),
  {
    ...page(`${COMPANY}/invoices/:invoiceId/pdf`, 'company-invoice-pdf', { GET: 'admin.read' }),
    layout: 'bare',
  },
  page(`${COMPANY}/invoices/:invoiceId/credit`, 'company-credit', {
    ...{ GET: 'tenants.write', POST: 'tenants.write' },
  }),
  page(`${COMPANY}/history`, 'company-history', { GET: 'tenants.read' }),
  ...['suspension', 'plan', 'trial', 'deletion', 'owner', 'refund', 'identity'].map((verb) => {
    const methods: Access = { GET: 'tenants.write', POST: 'tenants.write' }
    return page(`${COMPANY}/${verb}`, `company-${verb}`, methods)
  }),
  ...['reactivation', 'restoration', 'cancellation', 'resumption', 'export', 'support'].map(
    (verb) => action(`${COMPANY}/${verb}`, `company-${verb}`, 'tenants.write'),
  ),
  page(`${COMPANY}/visit`, 'company-visit', { GET: 'support.enter', POST: 'support.enter' }),
  action(`${COMPANY}/visits/:visitId/ending`, 'company-visit-ending', 'tenants.write'),
  action(`${COMPANY}/notes`, 'company-notes', 'tenants.read'),
  action(`${COMPANY}/notes/:noteId/deletion`, 'company-note-deletion', 'tenants.read'),
]

function page(path: string, name: string, methods: Access): AppPage {
  return { surface: 'app', path, file: `routes/app/admin/${name}.tsx`, methods, layout: 'shell' }
}

function action(path: string, name: string, access: NonNullable<Access['POST']>): AppPage {
  return { ...page(path, name, { POST: access }), layout: 'bare' }
}
