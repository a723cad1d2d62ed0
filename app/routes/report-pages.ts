import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** Dashboards and reports. */
export function reportPages(): PortalPage[] {
  return [
    page('/dashboard', 'dashboard', { GET: 'dashboard.read' }),
    page('/reports', 'reports/overview', { GET: 'reports.read' }),
    page('/reports/rows', 'reports/rows', { GET: 'dashboard.read' }),
    page('/reports/export', 'reports/export', { POST: 'reports.export' }, 'bare'),
    page(
      '/reports/conversations/export',
      'reports/conversations-export',
      { POST: 'reports.export' },
      'bare',
    ),
    page('/reports/:report', 'reports/report', { GET: 'reports.read' }),
  ]
}
