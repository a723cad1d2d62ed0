import { accountPages } from './account-pages.ts'
import { billingPages } from './billing-pages.ts'
import { carePages } from './care-pages.ts'
import { contactPages } from './contact-pages.ts'
import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'
import { inboxPages } from './inbox-pages.ts'
import { channelPages } from './channel-pages.ts'
import { knowledgePages } from './knowledge-pages.ts'
import { leadPages } from './lead-pages.ts'
import { notificationPages } from './notification-pages.ts'
import { reportPages } from './report-pages.ts'
import { settingsPages } from './settings-pages.ts'
import { setupPages } from './setup-pages.ts'
import { supportPages } from './support-pages.ts'
import { taskPages } from './task-pages.ts'
import { templatePages } from './template-pages.ts'
import { teamPages } from './team-pages.ts'

/** Every page and action on a company's host. What is not here does not exist. */
export const portalPages: PortalPage[] = [
  page('/', 'home', { GET: 'signed-in' }, 'bare'),
  ...accountPages('portal'),
  ...carePages(),
  ...billingPages(),
  page('/profile/undo-sending', 'undo-sending', { POST: 'signed-in' }, 'bare'),
  page('/presence', 'presence', { POST: 'signed-in' }, 'bare'),
  page('/presence/activity', 'presence-activity', { POST: 'signed-in' }, 'bare'),
  page('/hand-over', 'hand-over', { GET: 'public', POST: 'public' }, 'bare'),
  page('/demo', 'demo-door', { GET: 'public', POST: 'public' }, 'bare'),
  page('/verify/:token', 'verify', { GET: 'public', POST: 'public' }, 'bare'),
  page('/verification', 'verification', { POST: 'signed-in' }, 'bare'),
  page('/simulator', 'simulator', { GET: 'simulator.use' }),
  ...contactPages(),
  ...inboxPages(),
  ...channelPages(),
  ...knowledgePages(),
  ...leadPages(),
  ...notificationPages(),
  ...reportPages(),
  ...settingsPages(),
  ...setupPages(),
  ...templatePages(),
  page('/find', 'find', { GET: 'conversations.read' }),
  page('/find/results', 'find-results', { GET: 'conversations.read' }, 'bare'),
  ...supportPages(),
  ...taskPages(),
  ...teamPages(),
]
