import type { ReactNode } from 'react'
import { RouterProvider, createMemoryRouter } from 'react-router-dom'
import { messagesFor } from '#app/i18n/catalogue.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { I18nProvider } from '#app/ui/i18n-provider.tsx'
import { ToastRegion } from '#app/ui/toast.tsx'
import type { ToastMessage } from '#app/ui/toast.tsx'

export type FrameOptions = {
  language?: Language
  accent?: string
  at?: string
  flash?: ToastMessage
}

/** A gallery page with all it stands on in the product: messages, router, toasts. */
export function toFramedPage(page: ReactNode, options: FrameOptions = {}) {
  const { language = 'en', at = '/', flash } = options
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
  // Whatever a form posts is accepted and changes nothing.
  const routes = [{ path: '*', element, action: () => null }]
  return <RouterProvider router={createMemoryRouter(routes, { initialEntries: [at] })} />
}
