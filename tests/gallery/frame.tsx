import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { RouterProvider, createMemoryRouter } from 'react-router-dom'
import { messagesFor } from '#app/i18n/catalogue.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { accentStyleSheet } from '#app/ui/accent.ts'
import { I18nProvider } from '#app/ui/i18n-provider.tsx'
import { ToastRegion } from '#app/ui/toast.tsx'
import type { ToastMessage } from '#app/ui/toast.tsx'

export type FrameOptions = {
  theme: 'light' | 'dark'
  language?: Language
  accent?: string
  at?: string
  flash?: ToastMessage
}

/** One page of the gallery as a whole document; `styles` is the address of the built style sheet. */
export function renderPage(page: ReactNode, styles: string, options: FrameOptions): string {
  const { theme, language = 'en', accent, at = '/', flash } = options
  const element = (
    <I18nProvider
      language={language}
      timeZone="Africa/Nairobi"
      currency="KES"
      messages={messagesFor(language)}
    >
      <ToastRegion flash={flash}>{page}</ToastRegion>
    </I18nProvider>
  )
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: [at] })
  return [
    `<!doctype html><html lang="${language}" data-theme="${theme}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Gallery</title><link rel="stylesheet" href="${styles}">`,
    accent ? `<style>${accentStyleSheet(accent)}</style>` : '',
    `</head><body>${renderToString(<RouterProvider router={router} />)}</body></html>`,
  ].join('')
}
