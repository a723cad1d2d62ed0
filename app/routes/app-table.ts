import type { AppPage } from './declaration.ts'

/** Every page and action on the app host. What is not here does not exist. */
export const appPages: AppPage[] = [page('/', 'home', { GET: 'public' }, 'bare')]

function page(
  path: string,
  name: string,
  methods: AppPage['methods'],
  layout: AppPage['layout'] = 'shell',
  children?: AppPage[],
): AppPage {
  return { surface: 'app', path, file: `routes/app/${name}.tsx`, methods, layout, children }
}
