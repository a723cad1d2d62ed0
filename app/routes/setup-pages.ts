import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

const WRITE = { GET: 'settings.write', POST: 'settings.write' } as const

/** What a company goes through until its first customer is answered. */
export function setupPages(): PortalPage[] {
  return [
    page('/setup', 'setup/overview', { GET: 'settings.write' }),
    page('/setup/test', 'setup/test', WRITE),
    page('/setup/completion', 'setup/completion', { POST: 'settings.write' }, 'bare'),
    page('/setup/:step', 'setup/step', WRITE),
  ]
}
