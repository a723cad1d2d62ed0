import { hydrateRoot } from 'react-dom/client'
import { toFramedPage } from './frame.tsx'
import { pages } from './pages.tsx'

const root = document.getElementById('page')
const entry = pages[root?.dataset['page'] ?? '']

if (root && entry) {
  hydrateRoot(root, toFramedPage(entry.page, entry.options))
  requestIdleCallback(() => root.setAttribute('data-ready', ''))
}
