import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** What a company decides about itself. */
export function settingsPages(): PortalPage[] {
  return [
    page('/settings', 'settings/company', { GET: 'settings.read', POST: 'settings.write' }),
    page('/settings/look', 'settings/look', { GET: 'settings.read', POST: 'settings.write' }),
    page('/settings/hours', 'settings/hours', { GET: 'settings.read', POST: 'settings.write' }),
    page('/settings/assistant', 'settings/assistant', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page('/settings/tools', 'settings/tools', { GET: 'settings.read', POST: 'settings.write' }),
    page('/settings/idle', 'settings/idle', { GET: 'settings.read', POST: 'settings.write' }),
    page('/settings/link-previews', 'settings/link-previews', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page('/settings/visibility', 'settings/visibility', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page('/settings/departments', 'settings/departments', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page('/settings/departments/:id', 'settings/department', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page(
      '/settings/departments/:id/deletion',
      'settings/department-deletion',
      { POST: 'settings.write' },
      'bare',
    ),
    page('/settings/hours/holidays', 'settings/holidays', { POST: 'settings.write' }, 'bare'),
    page(
      '/settings/hours/holidays/:day/removal',
      'settings/holiday-removal',
      { POST: 'settings.write' },
      'bare',
    ),
    page('/settings/assignment', 'settings/assignment', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page(
      '/settings/assignment/channels/:id',
      'settings/endpoint-strategy',
      { POST: 'settings.write' },
      'bare',
    ),
    page('/settings/skills', 'settings/skills', { GET: 'settings.read' }),
    page('/settings/skills/new', 'settings/skill-new', {
      ...{ GET: 'settings.write', POST: 'settings.write' },
    }),
    page('/settings/skills/:id', 'settings/skill', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page(
      '/settings/skills/:id/deletion',
      'settings/skill-deletion',
      { POST: 'settings.write' },
      'bare',
    ),
    page('/settings/pipeline', 'settings/pipeline', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page('/settings/pipeline/:id', 'settings/pipeline-stage', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page(
      '/settings/pipeline/:id/rise',
      'settings/pipeline-stage-rise',
      { POST: 'settings.write' },
      'bare',
    ),
    page(
      '/settings/pipeline/:id/deletion',
      'settings/pipeline-stage-deletion',
      { POST: 'settings.write' },
      'bare',
    ),
    page('/settings/tags', 'settings/tags', { GET: 'settings.read', POST: 'settings.write' }),
    page('/settings/tags/:id', 'settings/tag', { GET: 'settings.read', POST: 'settings.write' }),
    page(
      '/settings/tags/:id/deletion',
      'settings/tag-deletion',
      { POST: 'settings.write' },
      'bare',
    ),
    page('/settings/priorities', 'settings/priorities', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page('/settings/priorities/:id', 'settings/priority', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page(
      '/settings/priorities/:id/rise',
      'settings/priority-rise',
      { POST: 'settings.write' },
      'bare',
    ),
    page(
      '/settings/priorities/:id/deletion',
      'settings/priority-deletion',
      { POST: 'settings.write' },
      'bare',
    ),
    page('/settings/api-keys', 'settings/api-keys', {
      ...{ GET: 'api_keys.write', POST: 'api_keys.write' },
    }),
    page(
      '/settings/api-keys/:id/revocation',
      'settings/api-key-revocation',
      { POST: 'api_keys.write' },
      'bare',
    ),
    page('/settings/audit', 'settings/audit', { GET: 'audit.read' }),
    page('/settings/audit/exports', 'settings/audit-exports', { POST: 'audit.read' }, 'bare'),
    page('/settings/failed-jobs', 'settings/failed-jobs', { GET: 'jobs.retry' }),
    page(
      '/settings/failed-jobs/:id/retry',
      'settings/failed-job-retry',
      { POST: 'jobs.retry' },
      'bare',
    ),
    page(
      '/settings/failed-jobs/:id/dismissal',
      'settings/failed-job-dismissal',
      { POST: 'jobs.retry' },
      'bare',
    ),
  ]
}
