import { createContext, useContext } from 'react'

const NonceContext = createContext<string | undefined>(undefined)

/** The request's nonce; in the browser it lets an error page draw the document's style anew. */
export const NonceProvider = NonceContext.Provider

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
