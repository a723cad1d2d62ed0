import type {
  ContactPanel,
  ConversationHead,
  BulkOutcome,
  FoundRow,
  InboxCounts,
  SavedView,
  ThreadItem,
} from '#app/domain/conversations/shown.ts'
import type { AssignmentEntry } from '#app/domain/assignment/entry.ts'
import type { Drafts } from '#app/domain/drafts/drafts.ts'
import type { ContactLead } from '#app/domain/leads/shown.ts'
import type { MacroOffer } from '#app/domain/macros/shown.ts'
import type { ScheduledItem } from '#app/domain/scheduled-messages/scheduled.ts'
import type { InboxView } from '#app/domain/conversations/inbox-view.ts'
import type { SnoozePreset } from '#app/domain/conversations/snooze-times.ts'
import type { TaskRow } from '#app/domain/tasks/shown.ts'
import type { TransferRow } from '#app/domain/transfers/shown.ts'
import type { Viewer } from '#app/domain/viewers/viewer.ts'
import type { Tone } from '../badge.tsx'

/** What the list's loader hands to the page. */
export type InboxData = {
  view: InboxView
  rows: FoundRow[]
  counts: InboxCounts
  /** the place to go on from, as it stands in an address */
  next: string | undefined
  /** the place this page begins at; undefined: with the newest */
  cursor: string | undefined
  /** set when only so many conversations were looked at and there may be more behind `next` */
  lookedAt: number | undefined
  canSeeUnassigned: boolean
  canConnect: boolean
  me: {
    id: number
    canReply: boolean
    canAssign: boolean
    canDelete: boolean
    canShare: boolean
  }
  choices: InboxChoices
  /** what came of a bulk action, on a page without JavaScript */
  outcome: BulkOutcome | undefined
}

/** What can be chosen in filters, and for what is ticked or open. */
export type InboxChoices = {
  members: { id: number; name: string }[]
  tags: { id: number; name: string; color: Tone }[]
  priorities: { id: number; name: string; color: Tone; isDefault: boolean }[]
  /** UTC ms */
  snooze: { preset: SnoozePreset; at: number }[]
  savedViews: SavedView[]
}

export type TemplateChoice = {
  id: number
  name: string
  language: string
  header: string | null
  body: string
  footer: string | null
  headerVariables: string[]
  bodyVariables: string[]
  /** the picture, film or document above the words */
  headerFileId: number | null
}

/** What the thread's loader hands to the page. Times are UTC ms. */
export type ThreadData = {
  /** the server's clock, so that both sides draw the same day names */
  now: number
  head: ConversationHead
  items: ThreadItem[]
  earlier: string | undefined
  /** false: the page ends before the newest message */
  isNewest: boolean
  panel: ContactPanel
  /** who had it and why, the newest first */
  assignments: AssignmentEntry[]
  assignees: { id: number; name: string }[]
  me: {
    id: number
    name: string
    canReply: boolean
    canAssign: boolean
    seesAll: boolean
    mayCorrectSales: boolean
    mayWriteContacts: boolean
  }
  isAiOn: boolean
  /** there is a model here that can translate */
  canTranslate: boolean
  window: { isOpen: boolean; closesAt: number | null }
  /** only where the window is closed */
  templates: TemplateChoice[] | undefined
  /** what several steps can be done with at once */
  macros: MacroOffer[]
  /** the first note that names this member and that they have not seen */
  mention: { noteId: number; byName: string } | undefined
  /** what waits for its time here, and what could not be sent then */
  scheduled: ScheduledItem[]
  /** the request to hand it on that waits, if it is this member's to see */
  transfer: TransferRow | undefined
  /** what this member has to do about this customer, the next first */
  tasks: TaskRow[]
  /** what this member has typed here and not sent */
  drafts: Drafts
  /** of the contact, open ones first */
  leads: ContactLead[]
  /** how the contact's score went, oldest first */
  trend: { score: number; at: number }[]
  /** colleagues who have it open too */
  others: Viewer[]
  /** what a page without JavaScript was asked to answer or to change */
  quotedId: number | undefined
  editing: { id: number; text?: string; reason?: string } | undefined
  /** makes a send without JavaScript safe to repeat */
  sendKey: string
}

/** What a refused form hands back to be shown around the composer. */
export type ComposerResult =
  | { ok: true; messageId?: number; text?: string; suggestion?: Suggestion }
  | {
      ok: false
      reason: string
      text?: string
      mode?: 'reply' | 'note'
      replyToId?: number
      answered?: Answered
    }

/** A colleague's answer that came while one was writing. */
export type Answered = { messageId: number; by: string; agoMs: number }

export type Suggestion = {
  text: string
  writer: 'model' | 'builtin'
  sources: { number: number; kind: string; title: string; text: string }[]
  /** what it names and stands nowhere */
  unsourced: string[]
}
