import type { ReactNode } from 'react'
import { messagesFor } from '#app/i18n/catalogue.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { I18nProvider } from '#app/ui/i18n-provider.tsx'

export type FrameOptions = {
  language?: Language
  accent?: string
  at?: string
}

/** The route table of a gallery page, with all it stands on in the product: messages and forms. */
export function toRoutes(page: ReactNode, { language = 'en' }: FrameOptions = {}) {
  const element = (
    <I18nProvider
      language={language}
      timeZone="Africa/Nairobi"
      currency="KES"
      messages={messagesFor(language)}
    >
      {page}
    </I18nProvider>
  )
  // Whatever a form posts is accepted and changes nothing.
  return [{ path: '*', element, action: () => null }]
}
