import { accountPages } from './account-pages.ts'
import type { PortalPage } from './declaration.ts'

/** Every page and action on a company's host. What is not here does not exist. */
export const portalPages: PortalPage[] = [
  page('/', 'home', { GET: 'signed-in' }, 'bare'),
  ...accountPages('portal'),
  page('/hand-over', 'hand-over', { GET: 'public', POST: 'public' }, 'bare'),
  page('/verify/:token', 'verify', { GET: 'public', POST: 'public' }, 'bare'),
  page('/verification', 'verification', { POST: 'signed-in' }, 'bare'),
  page('/members', 'members', { GET: 'members.read' }),
  page('/members/invite', 'member-invite', { GET: 'members.write', POST: 'members.write' }),
  page('/members/:id', 'member', { GET: 'members.read' }),
  page('/members/:id/role', 'member-role', { POST: 'members.write' }, 'bare'),
  page('/members/:id/deactivation', 'member-deactivation', { POST: 'members.write' }, 'bare'),
  page('/members/:id/activation', 'member-activation', { POST: 'members.write' }, 'bare'),
  page('/members/:id/invitation', 'member-invitation', { POST: 'members.write' }, 'bare'),
  page(
    '/members/:id/invitation/revocation',
    'member-revocation',
    { POST: 'members.write' },
    'bare',
  ),
  page('/contacts', 'contacts', { GET: 'contacts.read' }),
  page('/contacts/:id', 'contact', { GET: 'contacts.read', POST: 'contacts.write' }),
  page('/contacts/:id/block', 'contact-block', { POST: 'contacts.write' }, 'bare'),
]

function page(
  path: string,
  name: string,
  methods: PortalPage['methods'],
  layout: PortalPage['layout'] = 'shell',
  children?: PortalPage[],
): PortalPage {
  return { surface: 'portal', path, file: `routes/portal/${name}.tsx`, methods, layout, children }
}
