import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { neededSkills } from './needed-skills.ts'
import { skills } from './schema.server.ts'

/** The newest messages of the customer are what it is about now. */
const MESSAGES_READ_MAX = 20

/** The skills that a conversation asks for: its latest words, its tags, what it is about. */
export function neededSkillsOf(db: TenantDb, conversationId: number): Set<number> {
  const all = db.select().from(skills).all()
  if (all.length === 0) return new Set()
  const texts = sqliteOf(db)
    .prepare<[number], string>(
      `select text from messages
       where conversation_id = ? and direction = 'inbound' and deleted_at is null
         and text is not null
       order by sort_at desc, id desc limit ${MESSAGES_READ_MAX}`,
    )
    .pluck()
    .all(conversationId)
  const tags = sqliteOf(db)
    .prepare<[number], string>(
      `select t.name from conversation_tags ct join tags t on t.id = ct.tag_id
       where ct.conversation_id = ?`,
    )
    .pluck()
    .all(conversationId)
  const about = sqliteOf(db)
    .prepare<[number], { inquiryType: string | null; sentiment: string | null }>(
      `select inquiry_type as inquiryType, sentiment from conversation_facts
       where conversation_id = ?`,
    )
    .get(conversationId)
  return neededSkills(all, { texts, tags, ...(about ?? { inquiryType: null, sentiment: null }) })
}

/** From whom somebody took a conversation by hand when it came to wait. */
export function takenFrom(db: TenantDb, conversationId: number): number | null {
  const last = sqliteOf(db)
    .prepare<[number], { from: number | null; to: number | null; by: string }>(
      `select from_member_id as "from", to_member_id as "to", by_kind as "by" from assignments
       where conversation_id = ? order by id desc limit 1`,
    )
    .get(conversationId)
  return last && last.to === null && last.by === 'member' ? last.from : null
}

/** Whose turn it was last. 0 is the company's rotation, else an endpoint with its own strategy. */
export function lastInRotation(db: TenantDb, endpointId: number): number {
  const row = sqliteOf(db)
    .prepare<[number], number>('select last_member_id from rotation where endpoint_id = ?')
    .pluck()
    .get(endpointId)
  return row ?? 0
}

export function turnRotation(db: TenantDb, endpointId: number, memberId: number): void {
  sqliteOf(db)
    .prepare(
      `insert into rotation (endpoint_id, last_member_id) values (?, ?)
       on conflict (endpoint_id) do update set last_member_id = excluded.last_member_id`,
    )
    .run(endpointId, memberId)
}
