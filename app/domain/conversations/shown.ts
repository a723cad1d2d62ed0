/** The shapes that pages draw, named here so that a page needs no server module for a type. */
export type { InboxRow } from './list.server.ts'
export type { InboxCounts } from './counts.server.ts'
export type { ConversationHead } from './conversation-head.server.ts'
export type { ContactPanel } from './contact-panel.server.ts'
export type { ThreadEvent, ThreadItem, ThreadMessage, ThreadNote } from './thread.server.ts'
export type { VisibleChange } from './visible-changes.server.ts'
