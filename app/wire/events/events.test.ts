import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { lastChangeId, recordChange } from '#app/domain/changes/record.server.ts'
import { assignConversation } from '#app/domain/conversations/assign.server.ts'
import { addNote } from '#app/domain/conversations/notes.server.ts'
import { markRead } from '#app/domain/conversations/reads.server.ts'
import { noteMemberTyping } from '#app/domain/conversations/typing.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { revokeSessions } from '#app/domain/members/sessions.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openTestStream } from '#tests/event-stream.ts'
import type { TestStream } from '#tests/event-stream.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { STREAMS_PER_MEMBER_MAX } from './limits.ts'

const OWNER: Actor = { id: 1, role: 'owner', extra: [] }

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let other: Actor
const open: TestStream[] = []

beforeAll(async () => {
  server = await startTestServer({ jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'agent')
  other = addMember(hotel.db, 'agent', 'other')
  addMember(shop.db, 'agent', 'agent')
})
afterEach(() => {
  for (const stream of open.splice(0)) stream.close()
})
afterAll(() => server.close())

async function listen(
  company: TestCompany,
  memberId: number,
  options: { path?: string; lastEventId?: string } = {},
): Promise<TestStream> {
  const cookie = server.cookieOf(company, memberId)
  const stream = await openTestStream(server.port, { host: company.host, cookie, ...options })
  open.push(stream)
  if (stream.status === 200) await stream.next('ready')
  return stream
}

function newConversation(company: TestCompany, assignedTo: number | null = null): number {
  return addConversation(company.db, addEndpoint(company.db), { assignedTo }).id
}

const about = (id: number) => (data: unknown) =>
  JSON.stringify(data).includes(`"conversationId":${id}`)
const idsTold = (stream: TestStream) =>
  stream.events
    .filter((entry) => entry.event === 'changes')
    .flatMap((entry) => entry.data as { conversationId?: number }[])
    .map((change) => change.conversationId)

test('without a session there is no stream', async () => {
  const stream = await openTestStream(server.port, { host: hotel.host, cookie: '' })
  expect(stream.status).toBe(401)
})

describe('reach', () => {
  test('an agent hears of their own conversations and of no others', async () => {
    const mine = newConversation(hotel, agent.id)
    const theirs = newConversation(hotel, other.id)
    const [forAgent, forOwner] = [await listen(hotel, agent.id), await listen(hotel, 1)]
    addNote(hotel.db, OWNER, theirs, 'for colleagues')
    addNote(hotel.db, OWNER, mine, 'for colleagues')
    await forOwner.next('changes', about(theirs))
    await forAgent.next('changes', about(mine))
    expect(idsTold(forAgent)).toEqual([mine])
    expect(JSON.stringify(forOwner.events)).not.toContain('for colleagues')
  })

  test('is told when a conversation comes and when it leaves', async () => {
    const id = newConversation(hotel)
    const [first, second] = [await listen(hotel, agent.id), await listen(hotel, other.id)]
    assignConversation(hotel.db, OWNER, { conversationId: id, memberId: agent.id })
    await first.next('changes', about(id))
    assignConversation(hotel.db, OWNER, { conversationId: id, memberId: other.id })
    await second.next('changes', about(id))
    await first.next('gone', (data) => (data as number[]).includes(id))
    addNote(hotel.db, OWNER, id, 'later')
    await second.next('changes', (data) => about(id)(data))
    expect(second.events.some((entry) => entry.event === 'gone')).toBe(false)
    expect(idsTold(first).filter((told) => told === id)).toHaveLength(1)
  })

  test('what one person has read is told to that person alone', async () => {
    const { id, messageIds } = addConversation(hotel.db, addEndpoint(hotel.db), {})
    const [owner, manager] = [
      await listen(hotel, 1),
      await listen(hotel, addMember(hotel.db, 'manager', 'reader').id),
    ]
    markRead(hotel.db, OWNER, id, messageIds[0] as number)
    await owner.next('changes', about(id))
    const marker = newConversation(hotel)
    addNote(hotel.db, OWNER, marker, 'x')
    await manager.next('changes', about(marker))
    expect(idsTold(manager)).toEqual([marker])
  })
})

test('who is typing is told to others, not to oneself', async () => {
  const id = newConversation(hotel)
  const manager = addMember(hotel.db, 'manager', 'typist')
  const [owner, typist] = [await listen(hotel, 1), await listen(hotel, manager.id)]
  noteMemberTyping(hotel.db, manager, id)
  const told = await owner.next('changes', about(id))
  expect(told.data).toEqual([
    { kind: 'typing', conversationId: id, typing: 'member', memberId: manager.id },
  ])
  const marker = newConversation(hotel)
  addNote(hotel.db, OWNER, marker, 'x')
  await typist.next('changes', about(marker))
  expect(idsTold(typist)).toEqual([marker])
})

test('two companies with the same ids never hear of each other', async () => {
  const [inHotel, inShop] = [await listen(hotel, 1), await listen(shop, 1)]
  const id = newConversation(shop)
  addNote(shop.db, OWNER, id, 'x')
  await inShop.next('changes', about(id))
  const marker = newConversation(hotel)
  addNote(hotel.db, OWNER, marker, 'x')
  await inHotel.next('changes', about(marker))
  expect(idsTold(inHotel)).toEqual([marker])
})

test('a session of one company opens nothing on another’s host', async () => {
  const cookie = server.cookieOf(hotel, 1)
  expect((await openTestStream(server.port, { host: shop.host, cookie })).status).toBe(401)
})

describe('catching up', () => {
  test('what was missed is told after a reconnect, in order, once', async () => {
    const id = newConversation(hotel)
    const seen = lastChangeId(hotel.db)
    addNote(hotel.db, OWNER, id, 'one')
    addNote(hotel.db, OWNER, id, 'two')
    for (const options of [{ lastEventId: String(seen) }, { path: `/events?after=${seen}` }]) {
      const stream = await listen(hotel, 1, options)
      await stream.next('changes', about(id))
      expect(idsTold(stream)).toEqual([id, id])
      expect(stream.events.findLast((entry) => entry.id)?.id).toBe(String(seen + 2))
    }
  })

  test('an agent asks anew for what may have left while away', async () => {
    const seen = lastChangeId(hotel.db)
    const id = newConversation(hotel, agent.id)
    assignConversation(hotel.db, OWNER, { conversationId: id, memberId: other.id })
    const stream = await listen(hotel, agent.id, { lastEventId: String(seen) })
    await stream.next('resync')
    expect(idsTold(stream)).toEqual([])
  })

  test('pruned changes and an id from nowhere end in asking anew, not in silence', async () => {
    const id = newConversation(hotel)
    addNote(hotel.db, OWNER, id, 'x')
    sqliteOf(hotel.db).prepare('delete from changes where id < ?').run(lastChangeId(hotel.db))
    await (await listen(hotel, 1, { lastEventId: '1' })).next('resync')
    const ahead = await listen(hotel, 1, { lastEventId: '999999999' })
    addNote(hotel.db, OWNER, id, 'y')
    await ahead.next('changes', about(id))
  })
})

describe('the end of a stream', () => {
  test('comes with the end of the session, within seconds', async () => {
    const stream = await listen(hotel, other.id)
    revokeSessions(hotel.db, other.id)
    expect((await stream.next('end')).data).toBe('session')
    await stream.ended
  })

  test('comes with deactivation', async () => {
    const leaver = addMember(hotel.db, 'agent', 'leaver')
    const stream = await listen(hotel, leaver.id)
    sqliteOf(hotel.db)
      .prepare("update members set status = 'deactivated' where id = ?")
      .run(leaver.id)
    recordChange(hotel.db, 'conversation.changed', {})
    await stream.next('end')
  })

  test('a new role is felt at once', async () => {
    const rising = addMember(hotel.db, 'agent', 'rising')
    const id = newConversation(hotel)
    const stream = await listen(hotel, rising.id)
    sqliteOf(hotel.db).prepare("update members set role = 'manager' where id = ?").run(rising.id)
    await stream.next('resync')
    addNote(hotel.db, OWNER, id, 'x')
    await stream.next('changes', about(id))
  })
})

test('a member may hold a limited number of streams', async () => {
  const many = addMember(hotel.db, 'agent', 'many')
  for (let n = 0; n < STREAMS_PER_MEMBER_MAX; n++) await listen(hotel, many.id)
  expect((await listen(hotel, many.id)).status).toBe(429)
})

test('an open stream holds no company’s file', async () => {
  await listen(shop, 1)
  // The test holds one itself; when that is given back, nothing is in use any more.
  server.runtime.tenancy.release(shop.entry.id)
  expect(server.runtime.tenancy.forget(shop.entry.id)).toBe(true)
  shop.db = server.runtime.tenancy.acquire(shop.entry)
})
