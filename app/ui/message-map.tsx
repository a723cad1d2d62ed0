import { createContext, useContext } from 'react'
import { useNonce } from './nonce.tsx'

/** `named`: the sentences that only this page's data asks for. */
type MessageSource = { folder: string; named: Record<string, string> }

const MessageSourceContext = createContext<MessageSource | undefined>(undefined)

/** Says where the reader's language lies; on the server only, the browser has it in its page. */
export const MessageSourceProvider = MessageSourceContext.Provider

/**
 * Leads `#messages/inbox`, as scripts ask for it, to the reader's language. Stands before
 * everything that loads a script.
 */
export function MessageMap() {
  const source = useContext(MessageSourceContext)
  const nonce = useNonce()
  const map = source ? JSON.stringify({ imports: { '#messages/': source.folder } }) : read('map')
  const named = source ? `globalThis.pageTexts=${toScript(source.named)}` : read('named')
  return (
    <>
      <script
        type="importmap"
        data-texts="map"
        nonce={nonce}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: map }}
      />
      <script
        data-texts="named"
        nonce={nonce}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: named }}
      />
    </>
  )
}

/** No sentence can end the script it stands in. */
function toScript(texts: Record<string, string>): string {
  return JSON.stringify(texts).replaceAll('<', '\\u003c')
}

function read(name: 'map' | 'named'): string {
  return document.querySelector(`script[data-texts=${name}]`)?.textContent ?? ''
}
