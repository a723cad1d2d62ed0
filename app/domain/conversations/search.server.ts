import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { toMatch, toPhoneDigits } from './search-terms.ts'

/** Hits looked at, newest first: more would make a common word slow, and nobody reads on. */
const MESSAGE_HITS_MAX = 5_000
const CONTACT_HITS_MAX = 1_000

/** An FTS5 expression that matches no row. */
const NOTHING = '"" AND ""'

export type SearchValues = { match: string; digits: string }

/** The values of `foundIn` for what a person typed. */
export function toSearchValues(text: string): SearchValues {
  const digits = toPhoneDigits(text)
  return { match: toMatch(text) ?? NOTHING, digits: digits ? `%${digits}%` : '' }
}

/**
 * Conversations whose messages or contact fit what was typed, as `with found as (…)`. The
 * person's reach is applied before the hits are cut off, or those of others would push out theirs.
 */
export function foundIn(reach: SQL | undefined): SQL {
  const within = reach ? sql`and ${reach}` : sql``
  const match = sql.placeholder('match')
  const digits = sql.placeholder('digits')
  return sql`with found as materialized (
    select conversation_id from (
      select messages.conversation_id from messages_fts
        cross join messages on messages.id = messages_fts.rowid
        cross join conversations on conversations.id = messages.conversation_id
      where messages_fts match ${match} ${within}
      order by messages_fts.rowid desc limit ${sql.raw(String(MESSAGE_HITS_MAX))})
    union
    select id from (
      select conversations.id from contacts_fts
        cross join conversations on conversations.contact_id = contacts_fts.rowid
      where contacts_fts match ${match} ${within}
      order by contacts_fts.rowid desc limit ${sql.raw(String(CONTACT_HITS_MAX))})
    union
    select id from (
      select conversations.id from contacts
        cross join conversations on conversations.contact_id = contacts.id
      where ${digits} <> '' and contacts.phone like ${digits} ${within}
      limit ${sql.raw(String(CONTACT_HITS_MAX))}))`
}
