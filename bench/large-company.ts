import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { makeTexts } from './made-up-texts.ts'

/** Sentences that messages are made of; each is used many times, as people's words are. */
const SENTENCES = 4_000
const WORDS_PER_MESSAGE = 12

/**
 * Fills a company in plain SQL, so that a million messages take well under a minute: every
 * conversation has the same number of messages, a fifth are closed, some are snoozed or tagged.
 */
export function fillLargeCompany(
  db: TenantDb,
  size: { conversations: number; messagesEach: number },
): void {
  const sqlite = sqliteOf(db)
  const { conversations, messagesEach } = size
  const now = Date.now()
  sqlite.exec(
    `insert or ignore into endpoints (id, key, channel, name, created_at, updated_at)
       values (1, 'bench', 'whatsapp-cloud', 'Bench', 0, 0);
     insert into tags (id, name, created_at) values (1, 'common', 0), (2, 'rare', 0);
     create temp table sentences (id integer primary key, text text)`,
  )
  const sentence = sqlite.prepare('insert into sentences values (?, ?)')
  const { passages } = makeTexts(SENTENCES)
  sqlite.transaction(() => {
    passages.forEach(({ text }, index) => {
      const words = text.split(' ').slice(0, WORDS_PER_MESSAGE).join(' ')
      // A word in every tenth sentence, and one that is nearly nowhere.
      const extra = index % 10 === 0 ? ' room' : index === 7 ? ' xylophone' : ''
      sentence.run(index, words + extra)
    })
    fill(sqlite, { conversations, messagesEach, now })
  })()
  sqlite.exec(
    `drop table sentences; insert into messages_fts (messages_fts) values ('optimize'); analyze`,
  )
}

function fill(
  sqlite: ReturnType<typeof sqliteOf>,
  size: { conversations: number; messagesEach: number; now: number },
): void {
  const { conversations, messagesEach, now } = size
  const total = conversations * messagesEach
  const numbers = `with recursive n (id) as (select 1 union all select id + 1 from n where id < ?)`
  sqlite
    .prepare(
      `${numbers} insert into contacts (id, name, phone, score, score_color, last_message_at, created_at, updated_at)
       select id, 'Customer ' || id, '+2547' || printf('%08d', id), id % 100, 'yellow', 0, 0, 0 from n`,
    )
    .run(conversations)
  sqlite
    .prepare(
      `${numbers} insert into conversations (id, contact_id, endpoint_id, channel, status, assigned_to, has_media,
         last_message_id, last_message_at, last_inbound_id, unanswered_since, created_at, updated_at, score)
       select id, id, 1, 'whatsapp-cloud',
         case when id % 5 = 0 then 'closed' when id % 17 = 0 then 'snoozed' when id % 3 = 0 then 'waiting' else 'in_progress' end,
         case when id % 3 = 0 then 1 end, id % 4 = 0,
         id * ?, ? - (${conversations} - id) * 60000, id * ? - 1, case when id % 7 = 0 then ? - (${conversations} - id) * 60000 end, 0, 0, id % 100 from n`,
    )
    .run(conversations, messagesEach, now, messagesEach, now)
  sqlite
    .prepare(
      `insert into conversation_tags select id, case when id % 5 = 1 then 1 else 2 end, 0 from conversations
       where id % 5 = 1 or id % 2003 = 2`,
    )
    .run()
  sqlite
    .prepare(
      `${numbers} insert into messages (id, conversation_id, endpoint_id, direction, author_kind, type, text, status,
         provider_id, provider_at, sort_at, created_at)
       select id, (id + ${messagesEach} - 1) / ${messagesEach}, 1, iif(id % 2, 'inbound', 'outbound'), iif(id % 2, 'contact', 'ai'), 'text',
         (select text from sentences s where s.id = (n.id * 7919) % ${SENTENCES}), iif(id % 2, 'received', 'read'), 'm' || id,
         ${now} - (${total} - id) * 6000, ${now} - (${total} - id) * 6000, ${now} from n`,
    )
    .run(total)
}
