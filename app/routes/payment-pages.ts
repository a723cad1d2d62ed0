import type { AppPage } from './declaration.ts'

/** Money that people write down and approve, and every payment of every company. */
export function paymentPages(): AppPage[] {
  return [
    page('', 'payments', { GET: 'admin.read' }),
    page('/new', 'payment-new', { GET: 'tenants.write', POST: 'tenants.write' }),
    page('/:id/approval', 'payment-approval', { POST: 'tenants.write' }, 'bare'),
    page('/:id/refusal', 'payment-refusal', { POST: 'tenants.write' }, 'bare'),
    page('/:id/retry', 'payment-retry', { POST: 'tenants.write' }, 'bare'),
    page('/credits/:id/approval', 'credit-approval', { POST: 'tenants.write' }, 'bare'),
    page('/credits/:id/refusal', 'credit-refusal', { POST: 'tenants.write' }, 'bare'),
  ]
}

function page(
  path: string,
  name: string,
  methods: AppPage['methods'],
  layout: AppPage['layout'] = 'shell',
): AppPage {
  const file = `routes/app/${name}.tsx`
  return { surface: 'app', path: `/admin/payments${path}`, file, methods, layout }
}
