import { createContext, useContext } from 'react'
import { useNonce } from './nonce.tsx'

const MessageFolderContext = createContext<string | undefined>(undefined)

/** Says where the reader's language lies; on the server only, the browser has it in its page. */
export const MessageFolderProvider = MessageFolderContext.Provider

/**
 * Leads `#messages/inbox`, as scripts ask for it, to the reader's language. Stands before
 * everything that loads a script.
 */
export function MessageMap() {
  const folder = useContext(MessageFolderContext)
  const nonce = useNonce()
  const __html =
    folder === undefined ? readMap() : JSON.stringify({ imports: { '#messages/': folder } })
  return (
    <script
      type="importmap"
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html }}
    />
  )
}

function readMap(): string {
  return document.querySelector('script[type=importmap]')?.textContent ?? ''
}
