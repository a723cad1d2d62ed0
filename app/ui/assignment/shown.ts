import type { Presence } from '#app/domain/assignment/presence.ts'
import type { QueueRow, QueueView } from '#app/domain/assignment/queue-view.ts'
import type { Strategy } from '#app/domain/assignment/strategy.ts'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'

/** Somebody a conversation can be given to, as the dialog shows them. */
export type ShownAssignee = {
  id: number
  name: string
  title: string
  presence: Presence
  open: number
  capacity: number
  /** by name; `isAsked`: the conversation asks for it */
  skills: { name: string; isAsked: boolean }[]
}

/** What is to be given away, and to whom it could go. */
export type AssignDialogData = {
  conversationIds: number[]
  /** the customer, when it is one conversation */
  contactName: string | null
  ownerId: number | null
  ownerName: string | null
  assignees: ShownAssignee[]
}

/** The last messages of a conversation, to look at without reading it. */
export type QueuePreview = {
  id: number
  contactName: string
  contactPhone: string | null
  channel: string
  endpointName: string
  isFree: boolean
  reason: string | null
  messages: (Pick<ThreadMessage, 'id' | 'text' | 'type' | 'at' | 'authorKind' | 'authorName'> & {
    isDeleted: boolean
    isInbound: boolean
  })[]
}

export type QueueData = {
  view: QueueView
  search: string
  rows: QueueRow[]
  /** the place to go on from, and the place this page begins at, as they stand in an address */
  next: string | undefined
  cursor: string
  counts: Record<QueueView, number>
  /** this person may not see what nobody owns */
  isHidden: boolean
  preview: QueuePreview | undefined
  dialog: AssignDialogData | undefined
  isNothingTicked: boolean
  strategy: Strategy
  me: { id: number; canAssign: boolean; canReply: boolean }
  done: { given: number; left: number } | undefined
  problem: string | null
}
