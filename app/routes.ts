import { index, layout, route } from '@remix-run/route-config'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { appPages } from './routes/app-table.ts'
import type { Page, Surface } from './routes/declaration.ts'
import { portalPages } from './routes/portal-table.ts'

// The URL map is built from the two typed tables; ids carry the surface, which decides the
// server build a page belongs to.
export default [...surface('app', appPages), ...surface('portal', portalPages)]

function surface(name: Surface, pages: Page[]): RouteConfigEntry[] {
  const bare = pages.filter((page) => page.layout === 'bare').map(toEntry)
  const shell = pages.filter((page) => page.layout === 'shell').map(toEntry)
  return [...bare, layout(`routes/${name}/shell.tsx`, { id: `routes/${name}/shell` }, shell)]
}

function toEntry(page: Page): RouteConfigEntry {
  const id = page.file.replace(/\.tsx$/, '')
  if (page.path === '/') return index(page.file, { id })
  const children = page.children?.map((child) => toChild(page.path, child))
  return route(page.path, page.file, { id }, children)
}

function toChild(parentPath: string, child: Page): RouteConfigEntry {
  const id = child.file.replace(/\.tsx$/, '')
  if (child.path === parentPath) return index(child.file, { id })
  return route(
    child.path,
    child.file,
    { id },
    child.children?.map((c) => toChild(child.path, c)),
  )
}
