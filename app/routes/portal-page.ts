import type { PortalPage } from './declaration.ts'

/** One page or action on a company's host; `name` is its file below routes/portal. */
export function page(
  path: string,
  name: string,
  methods: PortalPage['methods'],
  layout: PortalPage['layout'] = 'shell',
  children?: PortalPage[],
): PortalPage {
  return { surface: 'portal', path, file: `routes/portal/${name}.tsx`, methods, layout, children }
}
