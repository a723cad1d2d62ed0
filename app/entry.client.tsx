import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadMessages } from './i18n/load-messages.ts'
import { readDocumentSettings } from './ui/document-settings.ts'
import { I18nProvider } from './ui/i18n-provider.tsx'
import { NonceProvider } from './ui/nonce.tsx'

const settings = readDocumentSettings()
const nonce = document.querySelector('script')?.nonce

void loadMessages(settings.language).then((messages) => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nProvider {...settings} messages={messages}>
          <NonceProvider value={nonce}>
            <RemixBrowser />
          </NonceProvider>
        </I18nProvider>
      </StrictMode>,
    )
  })
})
