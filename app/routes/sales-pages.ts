import type { AppPage } from './declaration.ts'

type Methods = AppPage['methods']

const read: Methods = { GET: 'sales.read' }
const write: Methods = { POST: 'sales.read' }
const both: Methods = { ...read, ...write }
const decide: Methods = { POST: 'sales.manage' }
const manage: Methods = { GET: 'sales.manage', POST: 'sales.manage' }

/** Where companies are won. */
export function salesPages(): AppPage[] {
  return [
    page('', 'overview', read),
    page('/prospects', 'prospects', read),
    page('/prospects/list', 'prospect-list', read),
    page('/prospects/new', 'prospect-new', both),
    page('/prospects/export', 'prospect-export', write, 'bare'),
    page('/prospects/import', 'prospect-import', both),
    page('/prospects/import/:id', 'prospect-import-run', both),
    page('/prospects/import/:id/rejections', 'prospect-import-rejections', write, 'bare'),
    page('/prospects/:id', 'prospect', read),
    page('/prospects/:id/edit', 'prospect-edit', both),
    page('/prospects/:id/stage', 'prospect-stage', write, 'bare'),
    page('/prospects/:id/ending', 'prospect-ending', both),
    page('/prospects/:id/notes', 'prospect-notes', write, 'bare'),
    page('/prospects/:id/rep', 'prospect-rep', decide, 'bare'),
    page('/prospects/:id/company', 'prospect-company', decide, 'bare'),
    page('/prospects/:id/onboarding', 'prospect-onboarding', write, 'bare'),
    page('/prospects/:id/onboarding-date', 'prospect-onboarding-date', both),
    page('/prospects/:id/demo', 'prospect-demo', write, 'bare'),
    page('/prospects/:id/demo/extension', 'demo-extension', write, 'bare'),
    page('/prospects/:id/demo/ending', 'demo-ending', write, 'bare'),
    page('/prospects/:id/demo/company', 'demo-company', write, 'bare'),
    page('/prospects/:id/meetings', 'prospect-meetings', both),
    page('/prospects/:id/meetings/:meetingid', 'prospect-meeting', both),
    page('/prospects/:id/meetings/:meetingid/cancellation', 'meeting-cancellation', write, 'bare'),
    page('/onboarding', 'onboarding', read),
    page('/onboarding/:id', 'onboarding-session', read),
    page('/onboarding/:id/company', 'onboarding-company', write, 'bare'),
    page('/onboarding/:id/cancellation', 'onboarding-cancellation', write, 'bare'),
    page('/onboarding/:id/date', 'onboarding-date', both),
    page('/onboarding/:id/logo', 'onboarding-logo', read, 'bare'),
    page('/onboarding/:id/:step', 'onboarding-step', both),
    page('/clients', 'clients', read),
    page('/clients/:tenant', 'client', read),
    page('/clients/:tenant/notes', 'client-notes', write, 'bare'),
    page('/commissions', 'commissions', read),
    page('/commissions/export', 'commission-export', write, 'bare'),
    page('/commissions/approvals', 'commission-approvals', decide, 'bare'),
    page('/commissions/payouts', 'commission-payouts', decide, 'bare'),
    page('/rates', 'rates', manage),
    page('/rates/:id/removal', 'rate-removal', decide, 'bare'),
    page('/team', 'team', { GET: 'sales.manage' }),
    page('/territories', 'territories', manage),
    page('/territories/removal', 'territory-removal', decide, 'bare'),
  ]
}

function page(
  path: string,
  name: string,
  methods: Methods,
  layout: AppPage['layout'] = 'shell',
): AppPage {
  const file = `routes/app/sales/${name}.tsx`
  return { surface: 'app', path: `/sales${path}`, file, methods, layout }
}
