import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversations, messages, notes } from '#app/domain/conversations/schema.server.ts'
import { conversationTags, tags } from '#app/domain/labels/schema.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { eq } from 'drizzle-orm'
import { findMacro, listMacros, offerMacros } from './list.server.ts'
import type { MacroScope, MacroStep } from './macro.ts'
import { runMacro } from './run.server.ts'
import { deleteMacro, saveMacro } from './save.server.ts'

let tenant: TestTenant
let owner: Actor
let grace: Actor
let otieno: Actor
let id: number
let line: number
let tagId: number

beforeEach(() => {
  tenant = createTestTenant()
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  grace = addMember(tenant.db, 'agent', 'Grace')
  otieno = addMember(tenant.db, 'agent', 'Otieno')
  line = addEndpoint(tenant.db)
  id = addConversation(tenant.db, line, {
    ...{ name: 'Asha Juma', assignedTo: grace.id, lastInboundProviderAt: Date.now() },
  }).id
  tagId = tenant.db
    .insert(tags)
    .values({ name: 'Prices', color: 'good', createdAt: 1 })
    .returning({ id: tags.id })
    .get().id
})
afterEach(() => tenant.close())

const company: MacroScope = { kind: 'company' }
function save(steps: MacroStep[], by = owner, scope = company, name = 'Prices') {
  const saved = saveMacro(tenant.db, { ...by, name: 'x' }, { name, steps, scope })
  if (!saved.ok) throw new Error(saved.reason)
  return saved.id
}
const run = (macroId: number, by = grace, runKey = 'first-key') =>
  runMacro(tenant.db, by, { macroId, conversationId: id, runKey })
const count = (table: typeof messages | typeof notes | typeof conversationTags) =>
  tenant.db.select().from(table).all().length
const now = () => tenant.db.select().from(conversations).where(eq(conversations.id, id)).get()

test('its steps in their order, once for each press, told in the thread', () => {
  const macroId = save([
    { kind: 'reply', text: 'Dear {contact.first_name}, here are our prices.' },
    { kind: 'note', text: 'Sent by {agent.name}' },
    { kind: 'add_tag', tagId },
    { kind: 'close', outcome: 'resolved' },
  ])
  const done = {
    ...{ ok: true, name: 'Prices', isReachable: false },
    kinds: ['reply', 'note', 'add_tag', 'close'],
  }
  expect(run(macroId)).toEqual(done)
  expect(run(macroId)).toEqual(done)
  expect(tenant.db.select().from(messages).all().at(-1)).toMatchObject({
    ...{ text: 'Dear Asha, here are our prices.', status: 'queued', authorMemberId: grace.id },
  })
  expect(tenant.db.select().from(notes).all()).toMatchObject([{ text: 'Sent by Grace' }])
  expect([count(messages), count(conversationTags)]).toEqual([2, 1])
  expect(now()?.status).toBe('closed')
  const events = findThread(tenant.db, owner, id)?.items.filter((item) => item.kind === 'event')
  expect(events?.at(-1)).toMatchObject({ event: 'macro_run', actorName: 'Grace' })
})

test('a refused step takes back those before it, and is named with its reason', () => {
  const macroId = save([
    { kind: 'reply', text: 'One moment' },
    { kind: 'add_tag', tagId },
    { kind: 'assign', to: { kind: 'member', id: otieno.id } },
  ])
  expect(run(macroId)).toEqual({
    ...{ ok: false, reason: 'macro_step', step: 3, kind: 'assign', why: 'not_allowed' },
  })
  expect([count(messages), count(conversationTags)]).toEqual([1, 0])
  expect(now()).toMatchObject({ assignedTo: grace.id, aiState: 'on' })
  // A manager may: the same macro, by the runner's own permissions.
  expect(run(macroId, owner)).toMatchObject({ ok: true, isReachable: true })
  expect(now()?.assignedTo).toBe(otieno.id)
})

test('no message with a gap, none outside the window, no tag that is gone', () => {
  sqliteOf(tenant.db).prepare(`update contacts set name = ''`).run()
  const gap = save([{ kind: 'reply', text: 'Dear {contact.name}' }], owner, company, 'a')
  expect(run(gap)).toMatchObject({ step: 1, why: 'reply_gap' })
  const tag = save([{ kind: 'add_tag', tagId }], owner, company, 'b')
  sqliteOf(tenant.db).prepare('delete from tags').run()
  expect(run(tag)).toMatchObject({ why: 'tag_not_found' })
  sqliteOf(tenant.db).prepare('update conversations set last_inbound_provider_at = 1').run()
  const words = save([{ kind: 'reply', text: 'Hello' }], owner, company, 'c')
  expect(run(words)).toMatchObject({ why: 'outside_reply_window' })
})

test('out of reach there is nothing to run, and nothing to run it in', () => {
  const macroId = save([{ kind: 'note', text: 'x' }])
  expect(run(macroId, otieno)).toEqual({ ok: false, reason: 'not_found' })
  expect(offerMacros(tenant.db, otieno, id)).toBeUndefined()
  expect(offerMacros(tenant.db, addMember(tenant.db, 'viewer'), id)).toEqual([])
  expect(run(999)).toEqual({ ok: false, reason: 'not_found' })
})

test('private ones are their owner’s alone, a department’s its members’', () => {
  sqliteOf(tenant.db)
    .prepare(`insert into departments (id, name, created_at) values (5, 'Sales', 1)`)
    .run()
  tenant.db.update(members).set({ departmentId: 5 }).where(eq(members.id, otieno.id)).run()
  const note: MacroStep[] = [{ kind: 'note', text: 'x' }]
  const own = save(note, grace, { kind: 'private' }, 'Mine')
  save(note, owner, { kind: 'department', id: 5 }, 'Sales only')
  save(note, owner, company, 'All')
  const names = (actor: Actor) => listMacros(tenant.db, actor).rows.map((row) => row.name)
  expect(names(grace)).toEqual(['All', 'Mine'])
  expect(names(otieno)).toEqual(['All', 'Sales only'])
  expect(names(owner)).toEqual(['All', 'Sales only'])
  expect(findMacro(tenant.db, owner, own)).toBeUndefined()
  const shared = { name: 'New', steps: note, scope: company }
  expect(saveMacro(tenant.db, { ...grace, name: 'x' }, shared)).toEqual({
    ...{ ok: false, reason: 'not_allowed' },
  })
  // The same name by two people tells neither of the other.
  expect(save(note, otieno, { kind: 'private' }, 'mine')).toBeGreaterThan(own)
  expect(deleteMacro(tenant.db, { ...otieno, name: 'x' }, own)).toBe(false)
  expect(deleteMacro(tenant.db, { ...grace, name: 'x' }, own)).toBe(true)
})

test('to whoever of a department has the fewest open, or why not', () => {
  sqliteOf(tenant.db)
    .prepare(`insert into departments (id, name, created_at) values (5, 'Sales', 1)`)
    .run()
  const macroId = save([{ kind: 'assign', to: { kind: 'department', id: 5 } }])
  expect(run(macroId, owner)).toMatchObject({ why: 'nobody_in_department' })
  tenant.db.update(members).set({ departmentId: 5 }).run()
  addConversation(tenant.db, line, { assignedTo: otieno.id })
  addConversation(tenant.db, line, { assignedTo: grace.id })
  expect(run(macroId, owner)).toMatchObject({ ok: true })
  expect(now()?.assignedTo).toBe(owner.id)
})
