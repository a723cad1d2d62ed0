import { createContext, useContext } from 'react'

const NonceContext = createContext<string | undefined>(undefined)

/** The request's script nonce; in the browser there is none to know, and none is needed. */
export const NonceProvider = NonceContext.Provider

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
