import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadMessages } from './i18n/load-messages.ts'
import { readDocumentSettings } from './ui/document-settings.ts'
import { I18nProvider } from './ui/i18n-provider.tsx'

const settings = readDocumentSettings()

void loadMessages(settings.language).then((messages) => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nProvider {...settings} messages={messages}>
          <RemixBrowser />
        </I18nProvider>
      </StrictMode>,
    )
  })
})
