import { and, eq, exists, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import {
  contactConsents,
  contactFieldValues,
  contactIdentities,
  contacts,
  contactTags,
} from './schema.server.ts'

const WORDS_MAX = 8

export type ContactFilter = {
  /** words of a name, an e-mail or a number */
  search?: string
  color?: 'green' | 'yellow' | 'red'
  tagId?: number
  channel?: string
  language?: string
  source?: string
  /** wants nothing automatic, agreed to marketing, or said neither */
  consent?: 'opted_out' | 'marketing' | 'silent'
  ownerId?: number
  isBlocked?: boolean
  field?: { id: number; value: string }
}

/** A filter as conditions on contacts. */
export function matchingContacts(db: TenantDb, filter: ContactFilter): SQL | undefined {
  const { search, color, tagId, channel, language, source, ownerId, field } = filter
  return and(
    search ? matchingWords(search) : undefined,
    color && eq(contacts.scoreColor, color),
    tagId === undefined ? undefined : hasTag(db, tagId),
    channel ? isOn(db, channel) : undefined,
    language ? eq(contacts.language, language) : undefined,
    source ? eq(contacts.source, source) : undefined,
    ownerId === undefined ? undefined : eq(contacts.ownerId, ownerId),
    filter.isBlocked === undefined
      ? undefined
      : filter.isBlocked
        ? isNotNull(contacts.blockedAt)
        : isNull(contacts.blockedAt),
    filter.consent && withConsent(db, filter.consent),
    field && hasValue(db, field),
  )
}

function hasTag(db: TenantDb, tagId: number): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(contactTags)
      .where(and(eq(contactTags.contactId, contacts.id), eq(contactTags.tagId, tagId))),
  )
}

function isOn(db: TenantDb, channel: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(contactIdentities)
      .where(
        and(eq(contactIdentities.contactId, contacts.id), eq(contactIdentities.channel, channel)),
      ),
  )
}

function withConsent(db: TenantDb, consent: NonNullable<ContactFilter['consent']>): SQL {
  const ofContact = eq(contactConsents.contactId, contacts.id)
  const said = (condition?: SQL) =>
    db
      .select({ one: sql`1` })
      .from(contactConsents)
      .where(and(ofContact, condition))
  if (consent === 'silent') return notExists(said())
  const condition =
    consent === 'opted_out'
      ? and(eq(contactConsents.state, 'withdrawn'), eq(contactConsents.category, '*'))
      : and(
          eq(contactConsents.state, 'granted'),
          sql`${contactConsents.category} in ('*', 'marketing')`,
        )
  return exists(said(condition))
}

function hasValue(db: TenantDb, field: { id: number; value: string }): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(contactFieldValues)
      .where(
        and(
          eq(contactFieldValues.contactId, contacts.id),
          eq(contactFieldValues.fieldId, field.id),
          sql`${contactFieldValues.value} = ${field.value} collate nocase`,
        ),
      ),
  )
}

/**
 * Words become quoted prefixes, so that nothing a person types is read as search syntax. Digits
 * of a number are looked for as they stand and without a leading zero (0711… is +254711…).
 */
function matchingWords(search: string): SQL {
  const words = search.match(/[\p{L}\p{N}@.+_-]+/gu)?.slice(0, WORDS_MAX) ?? []
  const terms = words.map((word) => `"${word.replace(/^\+/, '')}"*`).join(' ')
  const digits = search.replace(/\D/g, '').replace(/^0/, '')
  const byWords = terms
    ? sql`${contacts.id} in (select rowid from contacts_fts where contacts_fts match ${terms})`
    : sql`0`
  if (digits.length < 4) return byWords
  return sql`(${byWords} or ${contacts.phone} like ${`%${digits}%`})`
}
