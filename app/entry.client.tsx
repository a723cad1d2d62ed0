import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { BrowserMessages } from './ui/browser-messages.tsx'
import { readDocumentSettings } from './ui/document-settings.ts'
import { NonceProvider } from './ui/nonce.tsx'

const settings = readDocumentSettings()
const nonce = document.querySelector('script')?.nonce

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <BrowserMessages {...settings}>
        <NonceProvider value={nonce}>
          <RemixBrowser />
        </NonceProvider>
      </BrowserMessages>
    </StrictMode>,
  )
})
