import type { AppPage } from './declaration.ts'

type Access = AppPage['methods']

const READ: Access = { GET: 'admin.read' }
const WRITE: Access = { GET: 'health.write', POST: 'health.write' }

/** How the installation itself is doing. */
export const healthPages: AppPage[] = [
  page('/admin/health', 'overview', READ),
  {
    ...page('/admin/health/certificates', 'certificates', { POST: 'health.write' }),
    layout: 'bare',
  },
  page('/admin/health/requests', 'requests', READ),
  page('/admin/health/jobs', 'jobs', READ),
  page('/admin/health/queries', 'queries', READ),
  page('/admin/health/api', 'api', READ),
  // people of support see what is about their companies
  page('/admin/log', 'log', { GET: 'tenants.read' }),
  alerts('/admin/alerts', 'list', READ),
  action('/admin/alerts/:id/acknowledgement', 'acknowledgement'),
  action('/admin/alerts/:id/resolution', 'resolution'),
  alerts('/admin/alerts/rules', 'rules', READ),
  alerts('/admin/alerts/rules/:kind', 'rule', WRITE),
  alerts('/admin/alerts/webhook', 'webhook', WRITE),
  action('/admin/alerts/webhook/removal', 'webhook-removal'),
  isolation('/admin/isolation', 'report', READ),
  { ...isolation('/admin/isolation/runs', 'runs', { POST: 'health.write' }), layout: 'bare' },
]

function page(path: string, name: string, methods: Access): AppPage {
  return { surface: 'app', path, file: `routes/app/health/${name}.tsx`, methods, layout: 'shell' }
}

function alerts(path: string, name: string, methods: Access): AppPage {
  return { ...page(path, name, methods), file: `routes/app/alerts/${name}.tsx` }
}

function action(path: string, name: string): AppPage {
  return { ...alerts(path, name, { POST: 'health.write' }), layout: 'bare' }
}

function isolation(path: string, name: string, methods: Access): AppPage {
  return { ...page(path, name, methods), file: `routes/app/isolation/${name}.tsx` }
}
