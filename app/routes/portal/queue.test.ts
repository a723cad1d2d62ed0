import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { presenceOf } from '#app/domain/assignment/presence.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { conversationReads } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { addConversation, addEndpoint, addMember, setReach } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const OWNER: Actor = { id: 1, role: 'owner', extra: [] }

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let other: Actor
let manager: Actor
let viewer: Actor
let line: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Grace')
  other = addMember(hotel.db, 'agent', 'Brian')
  manager = addMember(hotel.db, 'manager', 'David')
  viewer = addMember(hotel.db, 'viewer', 'Njeri')
  line = addEndpoint(hotel.db)
  const foreign = addEndpoint(shop.db)
  addConversation(shop.db, foreign, { name: 'Foreign Foe', queuedAt: 1, aiState: 'paused' })
})
afterAll(() => server.close())

const wait = (name: string, queuedAt: number) =>
  addConversation(hotel.db, line, { name, queuedAt, aiState: 'paused', texts: [`I am ${name}`] }).id

const ownerOf = (id: number) => findReachable(hotel.db, OWNER, id)?.assignedTo

async function ask(memberId: number, path: string) {
  const headers = { cookie: server.cookieOf(hotel, memberId) }
  return server.fetch({ host: hotel.host, path, headers })
}

async function post(memberId: number, path: string, form: [string, string][]) {
  return server.fetch({
    ...{ host: hotel.host, path, method: 'POST', body: new URLSearchParams(form).toString() },
    headers: {
      cookie: server.cookieOf(hotel, memberId),
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
}

describe('the queue', () => {
  test('shows who waits, the longest first, and of no other company', async () => {
    wait('Late Lucy', 2_000)
    wait('Early Esther', 1_000)
    const { body } = await ask(manager.id, '/queue')
    expect(body.indexOf('Early Esther')).toBeGreaterThan(0)
    expect(body.indexOf('Early Esther')).toBeLessThan(body.indexOf('Late Lucy'))
    expect(body).not.toContain('Foreign Foe')
    expect((await ask(manager.id, '/queue?q=esther')).body).not.toContain('Late Lucy')
  })

  test('is closed to agents until the company opens it to them', async () => {
    wait('Secret Sam', 3_000)
    expect((await ask(agent.id, '/queue')).body).not.toContain('Secret Sam')
    expect((await ask(agent.id, '/queue.data')).body).not.toContain('Secret Sam')
    setReach(hotel.db, { unassigned: true })
    expect((await ask(agent.id, '/queue')).body).toContain('Secret Sam')
    setReach(hotel.db, {})
  })

  test('a look at one marks nothing as read', async () => {
    const id = wait('Quiet Quentin', 4_000)
    const page = await ask(manager.id, `/queue?preview=${id}`)
    expect(page.body).toContain('I am Quiet Quentin')
    expect(hotel.db.select().from(conversationReads).all()).toEqual([])
    expect((await ask(agent.id, `/queue?preview=${id}`)).body).not.toContain('I am Quiet Quentin')
  })

  test('ticked rows go to one person, who is told once for each', async () => {
    const ids = [wait('One', 5_000), wait('Two', 5_001)]
    const form: [string, string][] = [
      ...ids.map((id): [string, string] => ['id', String(id)]),
      ...[
        ['to', String(agent.id)] as [string, string],
        ['reason', 'Her guests'] as [string, string],
      ],
    ]
    const response = await post(manager.id, '/queue/assignments', form)
    expect(response.headers.location).toBe('/queue?given=2&left=0')
    expect(ids.map(ownerOf)).toEqual([agent.id, agent.id])
    const told = hotel.db.select().from(notifications).all()
    expect(told.filter((one) => one.memberId === agent.id)).toHaveLength(2)
    const thread = await ask(agent.id, `/conversations/${ids[0] ?? 0}`)
    expect(thread.body).toContain('Assigned to you by David')
    expect(thread.body).toContain('Her guests')
  })

  test('who may not assign others takes only what they can see', async () => {
    const id = wait('Taken Tom', 6_000)
    const take = (to: Actor) =>
      post(agent.id, '/queue/assignments', [
        ['id', String(id)],
        ['to', String(to.id)],
      ])
    await take(agent)
    expect(ownerOf(id)).toBeNull()
    setReach(hotel.db, { unassigned: true })
    await take(other)
    expect(ownerOf(id)).toBeNull()
    await take(agent)
    expect(ownerOf(id)).toBe(agent.id)
    setReach(hotel.db, {})
  })

  test('what cannot be given away is said, and nothing breaks', async () => {
    const without = await post(manager.id, '/queue/assignments', [['to', 'spread']])
    expect(without.headers.location).toBe('/queue?problem=nothing_ticked')
    const id = wait('Stuck Stella', 7_000)
    const spread = await post(manager.id, '/queue/assignments', [
      ['id', String(id)],
      ['to', 'spread'],
    ])
    expect(spread.headers.location).toBe('/queue?given=0&left=1')
    const nonsense = await post(manager.id, '/queue/assignments', [
      ['id', 'x'],
      ['to', 'nobody'],
      ['returnTo', '//evil.example'],
    ])
    expect(nonsense.headers.location).toBe('/queue?problem=member_not_found')
  })
})

describe('the assignment dialog', () => {
  test('shows load, presence and room to those who assign, and nobody else', async () => {
    const id = wait('Dora', 8_000)
    const page = await ask(manager.id, `/conversations/${id}/assignment`)
    expect(page.body).toContain('Grace')
    expect(page.body).toMatch(/\d+ of 20 open/)
    expect(page.body).not.toContain('Njeri')
    expect((await ask(agent.id, `/conversations/${id}/assignment`)).status).toBe(403)
    const given = await post(manager.id, `/conversations/${id}/assignment`, [
      ['memberId', String(other.id)],
      ['reason', 'Speaks French'],
      ['returnTo', `/conversations/${id}`],
    ])
    expect(given.status).toBe(303)
    const again = await post(manager.id, `/conversations/${id}/assignment`, [
      ['memberId', String(agent.id)],
      ['reason', 'Brian is ill'],
      ['returnTo', `/conversations/${id}`],
    ])
    expect(again.status).toBe(303)
    const { body } = await ask(manager.id, `/conversations/${id}`)
    expect(body).toContain('From Brian to Grace')
    expect(body).toContain('Brian is ill')
  })
})

describe('presence and settings', () => {
  test('is chosen by a form and kept alive by the page', async () => {
    await post(viewer.id, '/presence/activity', [])
    expect(presenceOf(hotel.db, viewer.id)).toBe('online')
    const chosen = await post(viewer.id, '/presence', [
      ['presence', 'busy'],
      ['returnTo', '/contacts'],
    ])
    expect(chosen.headers.location).toBe('/contacts')
    expect(presenceOf(hotel.db, viewer.id)).toBe('busy')
    expect((await post(viewer.id, '/presence', [['presence', 'asleep']])).status).toBe(422)
    await post(viewer.id, '/logout', [])
    expect(presenceOf(hotel.db, viewer.id)).toBe('offline')
  })

  test('a refused number stands beside its field, what was typed is kept', async () => {
    const form = (capacity: string): [string, string][] => [
      ...([['strategy', 'workload'] as [string, string], ['queueWhen', 'always']] as [
        string,
        string,
      ][]),
      ...([
        ['defaultCapacity', capacity],
        ['autoAwayMinutes', '10'],
      ] as [string, string][]),
      ['outOfHoursMessage', 'Until {opens}'],
    ]
    const refused = await post(OWNER.id, '/settings/assignment', form('many'))
    expect(refused.body).toContain('Until {opens}')
    expect(refused.status).toBe(200)
    const saved = await post(OWNER.id, '/settings/assignment', form('7'))
    expect(saved.headers.location).toBe('/settings/assignment?saved')
    expect((await ask(OWNER.id, '/settings/assignment')).body).toContain('value="7"')
    expect((await post(manager.id, '/settings/assignment', form('9'))).status).toBe(403)
  })

  test('skills and holidays come, change and go', async () => {
    const named = (name: string): [string, string][] => [
      ['name', name],
      ['words', 'harusi\nwedding'],
      ['memberId', String(agent.id)],
    ]
    await post(OWNER.id, '/settings/skills/new', named('Weddings'))
    expect((await ask(OWNER.id, '/settings/skills')).body).toContain('harusi, wedding')
    const twice = await post(OWNER.id, '/settings/skills/new', named('weddings'))
    expect(twice.headers.location).toBeUndefined()
    await post(OWNER.id, '/settings/skills/1/deletion', [])
    expect((await ask(OWNER.id, '/settings/skills/1')).status).toBe(404)

    await post(OWNER.id, '/settings/hours/holidays', [
      ['day', '2026-12-12'],
      ['name', 'Jamhuri Day'],
    ])
    expect((await ask(OWNER.id, '/settings/hours')).body).toContain('Jamhuri Day')
    const bad = await post(OWNER.id, '/settings/hours/holidays', [['day', '2026-99-99']])
    expect(bad.headers.location).toContain('problem=holiday')
    await post(OWNER.id, '/settings/hours/holidays/2026-12-12/removal', [])
    expect((await ask(OWNER.id, '/settings/hours')).body).not.toContain('Jamhuri Day')
  })
})
