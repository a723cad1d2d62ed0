import type { PortalPage } from './declaration.ts'

/** Every page and action on a company's host. What is not here does not exist. */
export const portalPages: PortalPage[] = [
  page('/', 'home', { GET: 'signed-in' }, 'bare'),
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
