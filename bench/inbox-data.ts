import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const MINUTE_MS = 60_000

/** Fills a company with conversations of two messages each, spread over time. */
export function fillInbox(db: TenantDb, conversations: number): void {
  const sqlite = sqliteOf(db)
  const now = Date.now()
  sqlite.exec(
    `insert or ignore into endpoints (id, key, channel, name, created_at, updated_at)
     values (1, 'bench', 'whatsapp-cloud', 'Bench', 0, 0)`,
  )
  const contact = sqlite.prepare(
    `insert into contacts (id, name, phone, score, score_color, last_message_at, created_at, updated_at)
     values (@id, @name, @phone, @score, 'yellow', @at, @at, @at)`,
  )
  const conversation = sqlite.prepare(
    `insert into conversations (id, contact_id, endpoint_id, channel, status, assigned_to,
       last_message_id, last_message_at, last_inbound_id, created_at, updated_at)
     values (@id, @id, 1, 'whatsapp-cloud', @status, @assignedTo, @lastId, @at, @inboundId, @at, @at)`,
  )
  const message = sqlite.prepare(
    `insert into messages (id, conversation_id, endpoint_id, direction, author_kind, type, text,
       status, provider_id, provider_at, sort_at, created_at)
     values (@id, @conversationId, 1, @direction, @author, 'text', @text, @status, @pid, @at, @at, @at)`,
  )
  sqlite.transaction(() => {
    for (let id = 1; id <= conversations; id += 1) {
      const at = now - id * MINUTE_MS
      contact.run({
        id,
        name: `Customer ${id}`,
        phone: `+2547${String(id).padStart(8, '0')}`,
        score: id % 100,
        at,
      })
      const assignedTo = id % 3 === 0 ? 1 : null
      const status = id % 5 === 0 ? 'closed' : 'in_progress'
      conversation.run({ id, status, assignedTo, at, lastId: id * 2, inboundId: id * 2 - 1 })
      const base = { conversationId: id, at }
      const asked = { direction: 'inbound', author: 'contact', status: 'received' }
      const said = { direction: 'outbound', author: 'ai', status: 'read' }
      message.run({
        ...base,
        ...asked,
        id: id * 2 - 1,
        text: `How much is room ${id}?`,
        pid: `a${id}`,
      })
      message.run({ ...base, ...said, id: id * 2, text: `Room ${id} is KES 9,500.`, pid: `b${id}` })
    }
  })()
  sqlite.exec('analyze')
}
