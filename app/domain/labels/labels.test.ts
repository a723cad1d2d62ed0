import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import {
  addPriority,
  defaultPriority,
  deletePriority,
  listPriorities,
  raisePriority,
  savePriority,
} from './priorities.server.ts'
import { addTag, deleteTag, listTagsWithUse, saveTag } from './tags.server.ts'

const saver = { id: 1, name: 'Amina' }
let tenant: TestTenant
beforeAll(() => {
  tenant = createTestTenant()
  const { db } = tenant
  db.run(
    sql`insert into endpoints (id, key, channel, name, created_at, updated_at) values (1, 'k', 'telegram', 'T', 0, 0)`,
  )
  db.run(sql`insert into contacts (id, created_at, updated_at) values (1, 0, 0)`)
  db.run(sql`insert into conversations (id, contact_id, endpoint_id, channel, last_message_at, created_at, updated_at)
    values (1, 1, 1, 'telegram', 0, 0, 0)`)
})
afterAll(() => tenant.close())

test('a name is taken whatever its case, and a tag deleted leaves the conversation', () => {
  const { db } = tenant
  const added = addTag(db, saver, { name: 'VIP', color: 'accent' })
  expect(addTag(db, saver, { name: 'vip', color: 'neutral' })).toEqual({
    ...{ ok: false, reason: 'name_taken' },
  })
  const id = added.ok ? added.id : 0
  db.run(sql`insert into conversation_tags values (1, ${id}, 0)`)
  expect(saveTag(db, saver, { id, name: 'Vip', color: 'good' })).toEqual({ ok: true, id })
  expect(listTagsWithUse(db)).toEqual([{ id, name: 'Vip', color: 'good', used: 1 }])
  expect([deleteTag(db, saver, id), deleteTag(db, saver, id)]).toEqual([true, false])
  expect(listTagsWithUse(db)).toEqual([])
  const actions = db.select({ action: auditLog.action }).from(auditLog).all()
  expect(actions.map((row) => row.action)).toEqual(['tag.added', 'tag.changed', 'tag.deleted'])
})

test('priorities keep one order and exactly one default', () => {
  const { db } = tenant
  const names = () => listPriorities(db).map((priority) => priority.name)
  expect(names()).toEqual(['Urgent', 'High', 'Normal', 'Low'])
  const added = addPriority(db, saver, { name: 'Wedding', color: 'ai' })
  const id = added.ok ? added.id : 0
  expect(raisePriority(db, saver, id)).toBe(true)
  expect(names()).toEqual(['Urgent', 'High', 'Normal', 'Wedding', 'Low'])
  savePriority(db, saver, { id, name: 'Wedding', color: 'ai', isDefault: true })
  expect(listPriorities(db).filter((priority) => priority.isDefault)).toHaveLength(1)
  expect(deletePriority(db, saver, id)).toEqual({ ok: false, reason: 'is_default' })
  const normal = listPriorities(db).find((priority) => priority.name === 'Normal')
  savePriority(db, saver, {
    id: normal?.id ?? 0,
    name: 'Normal',
    color: 'neutral',
    isDefault: true,
  })
  db.run(sql`update conversations set priority_id = ${id} where id = 1`)
  expect(deletePriority(db, saver, id)).toEqual({ ok: true })
  expect(defaultPriority(db)?.name).toBe('Normal')
  expect(db.get(sql`select priority_id from conversations where id = 1`)).toEqual({
    priority_id: null,
  })
})
