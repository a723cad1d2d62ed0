import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const DAY_MS = 24 * 3_600_000
const MINUTE_MS = 60_000
const DAYS = 90
const MEMBERS = 20
/** One in so many conversations is open. */
const OPEN_EVERY = 20

/** Conversations, messages, closings and sales of ninety days, spread evenly up to now. */
export function fillReports(
  db: TenantDb,
  { conversations, messages }: { conversations: number; messages: number },
): void {
  const sqlite = sqliteOf(db)
  const now = Date.now()
  const start = now - DAYS * DAY_MS
  const step = (DAYS * DAY_MS) / conversations
  const perTalk = messages / conversations
  addBasics(db)
  const insert = prepareInserts(db)
  sqlite.transaction(() => {
    for (let id = 1; id <= conversations; id += 1) {
      const at = Math.floor(start + id * step) - perTalk * 3 * MINUTE_MS
      // Of the open ones everybody has as many.
      const member = 2 + ((id + Math.floor(id / OPEN_EVERY)) % MEMBERS)
      const lastAt = at + (perTalk - 1) * 3 * MINUTE_MS
      const isClosed = id % OPEN_EVERY !== 0
      const color = ['green', 'yellow', 'red'][id % 3]
      insert.contact.run(id, `Customer ${id}`, `+2547${String(id).padStart(8, '0')}`, color, at, at)
      const status = isClosed ? 'closed' : 'in_progress'
      insert.conversation.run(id, id, status, member, id * perTalk, lastAt, at, at)
      for (let n = 0; n < perTalk; n += 1) {
        const [direction, author] =
          n % 2 ? ['outbound', n % 4 === 1 ? 'ai' : 'member'] : ['inbound', 'contact']
        const by = author === 'member' ? member : null
        const sortAt = at + n * 3 * MINUTE_MS
        insert.message.run(id, direction, author, by, `How much is room ${id}?`, sortAt, sortAt)
      }
      insert.event.run(id, 'opened', null, '{}', at)
      if (isClosed) insert.event.run(id, 'closed', member, '{"outcome":"won"}', lastAt)
      if (id % 10 === 0) insert.sale.run(id, id, member, 1_000 * id, lastAt)
    }
  })()
  sqlite.exec('analyze')
}

function addBasics(db: TenantDb): void {
  const sqlite = sqliteOf(db)
  sqlite.exec(
    `insert or ignore into endpoints (id, key, channel, name, created_at, updated_at)
     values (1, 'bench', 'whatsapp-cloud', 'Bench', 0, 0)`,
  )
  const member = sqlite.prepare(
    `insert or ignore into members (id, email, name, role, created_at, updated_at)
     values (?, ?, ?, 'agent', 0, 0)`,
  )
  for (let n = 0; n < MEMBERS; n += 1) member.run(2 + n, `m${n}@bench.test`, `Member ${n}`)
}

function prepareInserts(db: TenantDb) {
  const sqlite = sqliteOf(db)
  return {
    contact: sqlite.prepare(
      `insert into contacts (id, name, phone, score_color, created_at, updated_at) values (?, ?, ?, ?, ?, ?)`,
    ),
    conversation: sqlite.prepare(
      `insert into conversations (id, contact_id, endpoint_id, channel, status, assigned_to,
         last_message_id, last_message_at, created_at, updated_at)
       values (?, ?, 1, 'whatsapp-cloud', ?, ?, ?, ?, ?, ?)`,
    ),
    message: sqlite.prepare(
      `insert into messages (conversation_id, endpoint_id, direction, author_kind, author_member_id,
         type, text, status, sort_at, created_at) values (?, 1, ?, ?, ?, 'text', ?, 'sent', ?, ?)`,
    ),
    event: sqlite.prepare(
      `insert into conversation_events (conversation_id, kind, actor_kind, actor_member_id, data_json, at)
       values (?, ?, 'system', ?, ?, ?)`,
    ),
    sale: sqlite.prepare(
      `insert into sales (conversation_id, contact_id, member_id, channel, amount_minor, currency, at)
       values (?, ?, ?, 'whatsapp-cloud', ?, 'KES', ?)`,
    ),
  }
}
