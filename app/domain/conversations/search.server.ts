import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Cursor } from './cursor.ts'
import { INBOX_PAGE_ROWS, selectShown, toRow } from './list.server.ts'
import type { InboxRow } from './list.server.ts'
import { reachable, reachOf } from './reach.server.ts'
import type { Reach } from './reach.server.ts'
import { conversations as c } from './schema.server.ts'
import { toPieces } from './search-pieces.ts'
import type { Piece } from './search-pieces.ts'
import { toMatch, toPhoneDigits } from './search-terms.ts'

/** Messages looked at, newest first: more would make a common word slow, and nobody reads on. */
export const MESSAGE_HITS_MAX = 5_000
/** For whom most of them are not theirs to see, more are looked at. */
const OWN_HITS_MAX = 8_000
const NOTE_HITS_MAX = 1_000
const CONTACT_HITS_MAX = 1_000

/** Two letters begin so many words that finding them all takes too long. */
const TEXT_PREFIX_MIN = 3

/** An FTS5 expression that matches no row. */
const NOTHING = '"" AND ""'
const START = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }

/** Where the words stand; a row without one was found by the person's name, number or address. */
export type Hit = { kind: 'message' | 'note'; at: number; pieces: Piece[] }
export type FoundRow = InboxRow & { hit?: Hit; namePieces?: Piece[] }

/**
 * Conversations whose messages, notes or contact fit what was typed, the newest hit first, open
 * and closed. Only so many of the newest hits are looked at; those of others never count.
 */
export function searchConversations(
  db: TenantDb,
  actor: Actor,
  { search, after = START }: { search: string; after?: Cursor },
): { rows: FoundRow[]; next: Cursor | undefined; isCutOff: false } {
  const reach = reachOf(db, actor)
  const digits = toPhoneDigits(search)
  const statement = prepared(db, Symbol.for(`conversations.search:${reach.key}`), () =>
    selectFound(db, actor, reach),
  )
  const found = statement.all({
    ...{ me: actor.id, afterAt: after.at, afterId: after.id },
    ...{ match: toMatch(search) ?? NOTHING, digits: digits ? `%${digits}%` : '' },
    matchTexts: toMatch(search, TEXT_PREFIX_MIN) ?? NOTHING,
  })
  const rows = found.slice(0, INBOX_PAGE_ROWS)
  const last = rows.at(-1)
  const next = found.length > rows.length && last ? { at: last.hitAt, id: last.id } : undefined
  return { rows: rows.map((row) => toFound(row, search)), next, isCutOff: false }
}

/** The SQL of a search, for tests of its query plan. */
export function explainableSearch(db: TenantDb, actor: Actor): string {
  return selectFound(db, actor, reachOf(db, actor)).getQuery().sql
}

type FoundColumns = ReturnType<ReturnType<typeof selectFound>['all']>[number]

function toFound({ hitAt, noteText, messageText, ...row }: FoundColumns, search: string): FoundRow {
  const text = noteText ?? messageText
  const name = toPieces(row.contactName || (row.contactPhone ?? ''), search)
  return {
    ...toRow(row),
    ...(text && {
      hit: { kind: noteText ? 'note' : 'message', at: hitAt, pieces: toPieces(text, search) },
    }),
    ...(name.some((piece) => piece.isHit) && { namePieces: name }),
  }
}

function selectFound(db: TenantDb, actor: Actor, reach: Reach) {
  const me = sql.placeholder('me')
  const condition = reachable(db, actor, me)
  const hits = sql`(select found.id as id, max(found.at) as at, found.message_id, found.note_id
    from (${candidates(reach)}) as found cross join conversations on conversations.id = found.id
    where ${condition} group by found.id
    having (max(found.at), found.id) < (${sql.placeholder('afterAt')}, ${sql.placeholder('afterId')})
    order by max(found.at) desc, found.id desc limit ${number(INBOX_PAGE_ROWS + 1)}) as hit`
  return selectShown(db, {
    hitAt: sql<number>`hit.at`,
    messageText: sql<
      string | null
    >`(select m.text from messages m where m.id = hit.message_id and m.deleted_at is null)`,
    noteText: sql<string | null>`(select n.text from notes n where n.id = hit.note_id)`,
  })
    .innerJoin(hits, sql`hit.id = ${c.id}`)
    .orderBy(sql`hit.at desc`, sql`hit.id desc`)
    .prepare()
}

/** Every hit that is looked at: conversation, time, and the message or note with the words. */
function candidates(reach: Reach): SQL {
  const match = sql.placeholder('match')
  const matchTexts = sql.placeholder('matchTexts')
  const digits = sql.placeholder('digits')
  const isOwn = !reach.isEverything
  const messageHits = number(isOwn ? OWN_HITS_MAX : MESSAGE_HITS_MAX)
  // Nothing of theirs is older than the first message of what they have now.
  const oldest = sql`and rowid >= coalesce((select min(o.id) from conversations own
    join messages o on o.conversation_id = own.id
    where own.is_open = 1 and own.assigned_to = ${sql.placeholder('me')}), 9000000000000000)`
  const since = isOwn && !reach.unassigned && !reach.earlier ? oldest : sql``
  return sql`
    select m.conversation_id as id, m.sort_at as at, m.id as message_id, null as note_id
      from (select rowid from messages_fts where messages_fts match ${matchTexts} ${since}
        order by rowid desc limit ${messageHits}) h cross join messages m on m.id = h.rowid
    union all
    select n.conversation_id, n.created_at, null, n.id
      from (select rowid from notes_fts where notes_fts match ${matchTexts}
        order by rowid desc limit ${number(NOTE_HITS_MAX)}) h cross join notes n on n.id = h.rowid
      where n.deleted_at is null
    union all
    select c.id, c.last_message_at, null, null
      from (select rowid from contacts_fts where contacts_fts match ${match}
        order by rowid desc limit ${number(CONTACT_HITS_MAX)}) h
        cross join conversations c on c.contact_id = h.rowid
    union all
    select c.id, c.last_message_at, null, null
      from (select id from contacts where ${digits} <> '' and phone like ${digits}
        order by id desc limit ${number(CONTACT_HITS_MAX)}) p
        cross join conversations c on c.contact_id = p.id`
}

function number(value: number): SQL {
  return sql.raw(String(value))
}
