import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putFile } from '#app/domain/files/store.server.ts'
import { pruneFiles } from '#app/domain/files/prune.server.ts'
import { findReachableFile } from '#app/domain/files/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { fillCanned } from './fill.ts'
import { filterCannedFiles, listCanned, offerCanned } from './list.server.ts'
import { countUse, deleteCanned, saveCanned } from './save.server.ts'

let tenant: TestTenant
let owner: Actor
let agent: Actor
let seller: Actor
let conversationId: number
const saver = { id: 1, name: 'Wanjiru' }

beforeEach(() => {
  tenant = createTestTenant({ name: 'Savanna Hotel' })
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  agent = addMember(tenant.db, 'agent', 'Otieno')
  seller = addMember(tenant.db, 'agent', 'Fatuma')
  sqliteOf(tenant.db).exec(`insert into departments (id, name, created_at) values (1, 'Sales', 1);
    update members set department_id = 1 where id = ${seller.id}`)
  conversationId = addConversation(tenant.db, addEndpoint(tenant.db), {
    ...{ name: 'Asha Odhiambo', assignedTo: agent.id },
  }).id
})
afterEach(() => tenant.close())

function add(shortcut: string, more: Partial<Parameters<typeof saveCanned>[2]> = {}) {
  const fields = { shortcut, title: shortcut, text: `Text of ${shortcut}`, departmentId: null }
  return saveCanned(tenant.db, saver, { ...fields, fileIds: [], removedFileIds: [], ...more })
}

const shortcuts = (actor: Actor, q = '') =>
  listCanned(tenant.db, actor, { q }).rows.map((row) => row.shortcut)

describe('filling in', () => {
  test('what is known stands there, what is not is a hole nobody overlooks', () => {
    const facts = { 'contact.first_name': 'Asha', 'company.name': 'Savanna' }
    const text = 'Dear {contact.first_name}, { Company.Name } calls {contact.name} {else} {{x}}'
    expect(fillCanned(text, facts)).toEqual({
      ...{ text: 'Dear Asha, Savanna calls _____ {else} {{x}}', missing: ['contact.name'] },
    })
  })

  test('for a conversation within reach', () => {
    const text = '{contact.first_name}/{contact.name}/{agent.name}/{company.name}/{conversation.id}'
    add('hello', { text })
    const [offer] = offerCanned(tenant.db, agent, { conversationId, q: 'hel' }) ?? []
    expect(offer?.text).toBe(`Asha/Asha Odhiambo/Otieno/Savanna Hotel/${conversationId}`)
    expect(offerCanned(tenant.db, seller, { conversationId, q: 'hel' })).toBeUndefined()
  })
})

test('a department’s own are for its members and for who sees to them all', () => {
  add('hello')
  add('discount', { departmentId: 1 })
  expect(shortcuts(agent)).toEqual(['hello'])
  expect(shortcuts(seller)).toEqual(['discount', 'hello'])
  expect(shortcuts(owner)).toEqual(['discount', 'hello'])
  expect(add('HELLO')).toEqual({ ok: false, reason: 'shortcut_taken' })
  expect(add('hello', { departmentId: 1 })).toMatchObject({ ok: true })
  expect(add('x', { departmentId: 9 })).toEqual({ ok: false, reason: 'department_not_found' })
})

test('searching looks into shortcut, title and text, and takes every sign as it is', () => {
  add('hours', { title: 'Opening hours', text: 'From 8 to 17, 100% sure' })
  add('price', { text: 'It is KES 100' })
  expect(shortcuts(agent, 'opening')).toEqual(['hours'])
  expect(shortcuts(agent, '100%')).toEqual(['hours'])
  expect(shortcuts(agent, 'kes 100')).toEqual(['price'])
  for (const odd of ['_', "'", '"', '\\', '%%']) expect(shortcuts(agent, odd)).toEqual([])
})

test('pages follow each other without a gap', () => {
  for (let index = 10; index < 35; index++) add(`s${index}`)
  const first = listCanned(tenant.db, agent, { limit: 10 })
  const second = listCanned(tenant.db, agent, { limit: 10, after: first.next })
  expect(second.rows[0]?.shortcut).toBe('s20')
  const third = listCanned(tenant.db, agent, { limit: 10, after: second.next })
  expect([third.rows.length, third.next]).toEqual([5, undefined])
})

test('what is used most is offered first, after what begins so', () => {
  const ids = ['alpha', 'beta', 'abacus'].map((name) => {
    const added = add(name, { text: 'a b' })
    return added.ok ? added.id : 0
  })
  for (let times = 0; times < 3; times++) countUse(tenant.db, agent, ids[1] ?? 0)
  countUse(tenant.db, agent, ids[0] ?? 0)
  const offered = offerCanned(tenant.db, agent, { conversationId, q: 'a' }) ?? []
  expect(offered.map((one) => one.shortcut)).toEqual(['alpha', 'abacus', 'beta'])
  expect(countUse(tenant.db, agent, 999)).toBe(false)
})

test('files stay as long as a response holds them, for whoever may use it', async () => {
  const bytes = Buffer.from('menu of the day')
  const put = await putFile(tenant.db, { name: 'menu.txt', bytes, purpose: 'message', memberId: 1 })
  if (!put.ok) throw new Error(put.reason)
  const added = add('menu', { fileIds: [put.fileId], departmentId: 1 })
  const later = Date.now() + 48 * 3_600_000
  await pruneFiles(tenant.db, later)
  expect(filterCannedFiles(tenant.db, seller, [put.fileId, 77])).toEqual([put.fileId])
  expect(filterCannedFiles(tenant.db, agent, [put.fileId])).toEqual([])
  expect(findReachableFile(tenant.db, seller, put.fileId)).toBeDefined()
  expect(findReachableFile(tenant.db, agent, put.fileId)).toBeUndefined()
  deleteCanned(tenant.db, saver, added.ok ? added.id : 0)
  await pruneFiles(tenant.db, later)
  expect(findReachableFile(tenant.db, owner, put.fileId)).toBeUndefined()
})
