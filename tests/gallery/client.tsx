import { hydrateRoot } from 'react-dom/client'
import { RouterProvider, createMemoryRouter } from 'react-router-dom'
import { toRoutes } from './frame.tsx'
import { pages } from './pages.tsx'

const root = document.getElementById('page')
const entry = pages[root?.dataset['page'] ?? '']

if (root && entry) {
  const router = createMemoryRouter(toRoutes(entry.page, entry.options), {
    initialEntries: [entry.options?.at ?? '/'],
  })
  hydrateRoot(root, <RouterProvider router={router} />)
  requestIdleCallback(() => root.setAttribute('data-ready', ''))
}
