import type { ContactRow, Way } from '#app/domain/starting/shown.ts'
import type { TemplateChoice } from '../inbox/page-data.ts'
import type { TemplateValues } from '../inbox/template-fields.tsx'

/** Whom one is about to write to. */
export type StartPerson = {
  to: { contactId: number } | { phone: string }
  name: string
  phone: string | null
  isBlocked: boolean
}

/** What the page for writing first shows. */
export type StartData = {
  q: string
  /** people within reach, while nobody is chosen */
  found: Pick<ContactRow, 'id' | 'name' | 'phone' | 'email' | 'blockedAt'>[]
  /** what was typed is a number that nobody has, or that cannot be written to */
  number: { kind: 'new'; phone: string } | { kind: 'closed' } | undefined
  person: StartPerson | undefined
  ways: Way[]
  way: Way | undefined
  /** where only templates may go out */
  templates: TemplateChoice[] | undefined
  sendKey: string
}

/** Why it was not sent, with what was typed. */
export type StartProblem = { reason: string; text: string } & TemplateValues
