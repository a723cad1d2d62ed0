import { createContext, useContext } from 'react'
import { useLocation } from '@remix-run/react'

const RequestIdContext = createContext<string | undefined>(undefined)

/** The number of the request that a document answers. */
export const RequestIdProvider = RequestIdContext.Provider

const NAME = 'request-id'

/** In the browser it stands in the document, and belongs to the address that was asked for. */
const first =
  typeof document === 'undefined'
    ? undefined
    : {
        path: window.location.pathname,
        id: document.querySelector(`meta[name=${NAME}]`)?.getAttribute('content') ?? undefined,
      }

/** What a person can quote; undefined on pages that were drawn in the browser. */
export function useRequestId(): string | undefined {
  const given = useContext(RequestIdContext)
  const { pathname } = useLocation()
  if (!first) return given
  return first.path === pathname ? first.id : undefined
}

/** Hands the number on to the browser. */
export function RequestIdMeta() {
  const id = useRequestId()
  return id ? <meta name={NAME} content={id} /> : null
}
