import type { ReactNode } from 'react'
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

/** The route table of a gallery page, with all it stands on in the product: messages and toasts. */
export function toRoutes(page: ReactNode, { language = 'en', flash }: FrameOptions = {}) {
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
  return [{ path: '*', element, action: () => null }]
}
