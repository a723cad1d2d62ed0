import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { setConsent } from './consent.server.ts'
import type { ConsentChange } from './consent.server.ts'
import { findContact } from './reach.server.ts'

/** A member notes what a customer told them. @returns false when the contact is out of reach */
export function noteConsent(
  db: TenantDb,
  member: SignedInMember,
  word: Pick<ConsentChange, 'contactId' | 'channel' | 'category' | 'state'>,
): boolean {
  return inTransaction(db, () => {
    if (!findContact(db, member, word.contactId)) return false
    setConsent(db, { ...word, source: 'member', memberId: member.id })
    const actor = { kind: 'member', id: member.id, name: member.name } as const
    const { contactId, ...details } = word
    const about = { subjectKind: 'contact', subjectId: contactId, details }
    recordAudit(db, actor, { action: 'contact.consent', ...about })
    return true
  })
}
