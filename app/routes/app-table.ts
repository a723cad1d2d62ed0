import { accountPages } from './account-pages.ts'
import { adminPages } from './admin-pages.ts'
import type { AppPage } from './declaration.ts'
import { healthPages } from './health-pages.ts'
import { paymentPages } from './payment-pages.ts'
import { salesPages } from './sales-pages.ts'

/** Every page and action on the app host. What is not here does not exist. */
export const appPages: AppPage[] = [
  page('/', 'home', { GET: 'public' }, 'bare'),
  ...accountPages('app'),
  page('/signup', 'signup', { GET: 'public', POST: 'public' }, 'bare'),
  page('/signup/address', 'signup-address', { GET: 'public' }, 'bare'),
  page('/find-company', 'find-company', { GET: 'public', POST: 'public' }, 'bare'),
  page('/outbox', 'outbox', { GET: 'public' }, 'bare'),
  ...adminPages,
  ...healthPages,
  ...paymentPages(),
  page('/admin/users', 'users', { GET: 'users.write', POST: 'users.write' }),
  page('/admin/users/:id/role', 'user-role', { POST: 'users.write' }, 'bare'),
  page('/admin/users/:id/deactivation', 'user-deactivation', { POST: 'users.write' }, 'bare'),
  page('/admin/users/:id/activation', 'user-activation', { POST: 'users.write' }, 'bare'),
  ...salesPages(),
]

function page(
  path: string,
  name: string,
  methods: AppPage['methods'],
  layout: AppPage['layout'] = 'shell',
  children?: AppPage[],
): AppPage {
  return { surface: 'app', path, file: `routes/app/${name}.tsx`, methods, layout, children }
}
