import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import {
  StaticRouterProvider,
  createStaticHandler,
  createStaticRouter,
} from 'react-router-dom/server'
import { accentStyleSheet } from '#app/ui/accent.ts'
import { toRoutes } from './frame.tsx'
import type { FrameOptions } from './frame.tsx'
import { pages } from './pages.tsx'

export { pages }

/** The document of one gallery page in one theme; the script is left out to see it without JavaScript. */
export async function renderDocument(
  name: string,
  theme: 'light' | 'dark',
  assets: { styles: string; script?: string },
): Promise<string> {
  const entry = pages[name]
  if (!entry) throw new Error(`No gallery page ${name}`)
  const { language = 'en', accent } = entry.options ?? {}
  const body = await renderBody(entry.page, entry.options)
  return [
    `<!doctype html><html lang="${language}" data-theme="${theme}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${name}</title><link rel="stylesheet" href="${assets.styles}">`,
    accent ? `<style>${accentStyleSheet(accent)}</style>` : '',
    assets.script ? `<script defer src="${assets.script}"></script>` : '',
    `</head><body><div id="page" data-page="${name}">${body}</div></body></html>`,
  ].join('')
}

async function renderBody(page: ReactNode, options?: FrameOptions) {
  const handler = createStaticHandler(toRoutes(page, options))
  const context = await handler.query(new Request(`http://gallery${options?.at ?? '/'}`))
  if (context instanceof Response) throw new Error('A gallery page does not redirect')
  const router = createStaticRouter(handler.dataRoutes, context)
  return renderToString(<StaticRouterProvider router={router} context={context} hydrate={false} />)
}
