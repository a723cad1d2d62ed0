import type { QueueMessageRefusal, TemplateUse } from '#app/domain/conversations/outbound.ts'

/** What is to be sent, its files aside. */
export type ScheduledContent = { text?: string; template?: TemplateUse; replyToId?: number }

/** Why a scheduled message did not go out, or went away. */
export type ScheduledReason =
  | QueueMessageRefusal
  | 'customer_replied'
  | 'author_gone'
  | 'out_of_reach'
  | 'too_late'
  | 'by_member'

/** A message that waits for its time, or could not be sent then, as the thread shows it. */
export type ScheduledItem = {
  id: number
  text: string
  fileNames: string[]
  isTemplate: boolean
  authorName: string
  /** UTC ms */
  sendAt: number
  cancelOnReply: boolean
  state: 'waiting' | 'failed'
  reason: ScheduledReason | null
}
