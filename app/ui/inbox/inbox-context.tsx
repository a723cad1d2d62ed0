import { createContext, useContext } from 'react'

/** What the thread needs to know of the list around it. */
export type InboxAround = {
  /** the list's view, as it stands in every address: `?tab=mine` */
  query: string
  /** closes at once, goes on to the next conversation, and offers to undo it */
  close: (conversation: { id: number; name: string }, outcome: string) => void
}

const Context = createContext<InboxAround>({ query: '', close: () => {} })

export const InboxAroundProvider = Context.Provider

export function useInboxAround(): InboxAround {
  return useContext(Context)
}
