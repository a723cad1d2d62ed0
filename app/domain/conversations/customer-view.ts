import type { MessageType } from './inbound.ts'

/** A message as the customer's own phone would show it. */
export type CustomerMessage = {
  id: number
  isOurs: boolean
  author: 'contact' | 'ai' | 'member' | 'phone' | 'system'
  type: MessageType
  text: string | null
  status:
    'received' | 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unconfirmed'
  failureReason: string | null
  providerId: string | null
  at: number
  isEdited: boolean
  isDeleted: boolean
  reactions: string[]
  files: { fileId: number | null; kind: string; name: string | null; state: string }[]
}
