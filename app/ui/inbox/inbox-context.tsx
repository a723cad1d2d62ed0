import { createContext, useContext } from 'react'
import type { InboxChoices } from './page-data.ts'

/** What the thread needs to know of the list around it. */
export type InboxAround = {
  /** the list's view, as it stands in every address: `?tab=mine` */
  query: string
  /** closes at once, goes on to the next conversation, and offers to undo it */
  close: (conversation: { id: number; name: string }, outcome: string) => void
  /** a conversation leaves the list, and the next one opens; it comes back if that is refused */
  leave: (conversation: { id: number }) => void
  choices: InboxChoices
  canDelete: boolean
}

const Context = createContext<InboxAround>({
  ...{ query: '', close: () => {}, leave: () => {}, canDelete: false },
  choices: { members: [], tags: [], priorities: [], snooze: [], savedViews: [] },
})

export const InboxAroundProvider = Context.Provider

export function useInboxAround(): InboxAround {
  return useContext(Context)
}
