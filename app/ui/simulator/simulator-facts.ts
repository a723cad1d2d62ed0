import type { CustomerMessage } from '#app/domain/conversations/customer-view.ts'

export type Line = { id: number; name: string; channel: 'whatsapp-cloud' | 'telegram' }
export type PhoneFacts = { line: Line; person: { number: string; name: string } }

export type Act =
  | 'text'
  | 'image'
  | 'location'
  | 'contact'
  | 'button'
  | 'reaction'
  | 'edit'
  | 'delete'
  | 'read'
  | 'block'
  | 'unblock'

export type SimulatorFacts = {
  company: string
  lines: Line[]
  phone?: PhoneFacts
  acts: Act[]
  screen: CustomerMessage[]
  problem?: string
}
