import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConversation } from '#app/domain/analytics/read-words.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { assignConversation } from '#app/domain/conversations/assign.server.ts'
import { saveHoliday } from '#app/domain/company/holidays.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { noteArrival } from './arrival.server.ts'
import { choosePresence, noteActivity, noteGone, presenceOf } from './presence.server.ts'
import { drainQueue, joinQueue } from './queue.server.ts'

const NAIROBI_NOON = Date.parse('2026-11-23T12:00:00+03:00')
const saver = { id: 1, name: 'Wanjiru' }

let tenant: TestTenant
let endpoint: number
let owner: Actor
let agents: Actor[]

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  agents = ['Asha', 'Brian', 'Chebet'].map((name) => addMember(tenant.db, 'agent', name))
})
afterEach(() => tenant.close())

const run = (sql: string, ...values: unknown[]) =>
  sqliteOf(tenant.db)
    .prepare(sql)
    .run(...values)
const use = (strategy: string) => run('update company set assignment_strategy = ?', strategy)
const comeOnline = () => agents.forEach(({ id }) => choosePresence(tenant.db, id, 'online'))
const limit = (member: Actor, capacity: number) =>
  run('update members set capacity = ? where id = ?', capacity, member.id)

function arrive(options: Parameters<typeof addConversation>[2] = {}): number {
  const { id } = addConversation(tenant.db, endpoint, { aiState: 'paused', ...options })
  joinQueue(tenant.db, id)
  return id
}

function ownerOf(id: number): number | null {
  return sqliteOf(tenant.db)
    .prepare('select assigned_to from conversations where id = ?')
    .pluck()
    .get(id) as number | null
}

const queuedAt = (id: number) =>
  sqliteOf(tenant.db).prepare('select queued_at from conversations where id = ?').pluck().get(id)

const openOf = (member: Actor) =>
  sqliteOf(tenant.db)
    .prepare(`select count(*) from conversations where assigned_to = ? and status <> 'closed'`)
    .pluck()
    .get(member.id) as number

test('by hand nothing is given away: what needs a person waits', () => {
  comeOnline()
  const id = arrive()
  expect(ownerOf(id)).toBeNull()
  expect(queuedAt(id)).toEqual(expect.any(Number))
  assignConversation(tenant.db, owner, { conversationId: id, memberId: agents[0]!.id })
  expect(queuedAt(id)).toBeNull()
})

describe('strategies', () => {
  test('round robin gives everybody their turn, whoever comes and goes', () => {
    use('round_robin')
    comeOnline()
    const [a, b, c] = agents.map(({ id }) => id)
    const turns = (count: number) => Array.from({ length: count }, () => ownerOf(arrive()))
    expect(turns(4)).toEqual([a, b, c, a])
    choosePresence(tenant.db, b!, 'busy')
    expect(turns(3)).toEqual([c, a, c])
    choosePresence(tenant.db, b!, 'online')
    expect(turns(3)).toEqual([a, b, c])
  })

  test('workload gives to whoever has the fewest open', () => {
    use('workload')
    addConversation(tenant.db, endpoint, { assignedTo: agents[0]!.id })
    addConversation(tenant.db, endpoint, { assignedTo: agents[0]!.id })
    addConversation(tenant.db, endpoint, { assignedTo: agents[1]!.id, status: 'snoozed' })
    comeOnline()
    for (let count = 0; count < 4; count += 1) arrive()
    expect(agents.map(openOf)).toEqual([2, 3, 2])
  })

  test('expertise prefers who knows what the customer speaks of, then the fewest open', () => {
    use('expertise')
    run(`insert into skills (id, name, words, created_at) values
      (1, 'Weddings', 'harusi' || char(10) || 'wedding cake', 0), (2, 'Refunds', 'refund', 0)`)
    run('insert into member_skills values (?, 1), (?, 2)', agents[2]!.id, agents[1]!.id)
    comeOnline()
    expect(ownerOf(arrive({ texts: ['Nataka bei ya HARUSI, tafadhali'] }))).toBe(agents[2]!.id)
    expect(ownerOf(arrive({ texts: ['I want my refunds'] }))).toBe(agents[0]!.id)
    const tagged = addConversation(tenant.db, endpoint, { aiState: 'paused' }).id
    run(`insert into tags (id, name, created_at) values (1, 'refunds', 0)`)
    run('insert into conversation_tags values (?, 1, 0)', tagged)
    joinQueue(tenant.db, tagged)
    expect(ownerOf(tagged)).toBe(agents[1]!.id)
  })

  test('expertise goes by what a conversation is about, and by how the customer sounds', () => {
    use('expertise')
    run(`insert into skills (id, name, words, inquiry_types, for_unhappy, created_at) values
      (1, 'Refunds', '', 'complaint' || char(10) || 'refund', 0, 0), (2, 'Calm', '', '', 1, 0)`)
    run('insert into member_skills values (?, 1), (?, 2)', agents[1]!.id, agents[2]!.id)
    comeOnline()
    const say = (text: string) => {
      const { id } = addConversation(tenant.db, endpoint, { aiState: 'paused', texts: [text] })
      readConversation(tenant.db, id)
      joinQueue(tenant.db, id)
      return ownerOf(id)
    }
    expect(say('I want my money back, please cancel my booking and refund me')).toBe(agents[1]!.id)
    expect(say('You are useless and this is awful')).toBe(agents[2]!.id)
    expect(say('Where are you located?')).toBe(agents[0]!.id)
  })

  test('an endpoint with a strategy of its own has its own turns', () => {
    use('round_robin')
    const other = addEndpoint(tenant.db)
    run(`update endpoints set assignment_strategy = 'round_robin' where id = ?`, other)
    const silent = addEndpoint(tenant.db)
    run(`update endpoints set assignment_strategy = 'manual' where id = ?`, silent)
    comeOnline()
    const arriveAt = (place: number) => {
      const { id } = addConversation(tenant.db, place, { aiState: 'paused' })
      joinQueue(tenant.db, id)
      return ownerOf(id)
    }
    const [a, b] = agents.map(({ id }) => id)
    expect([arriveAt(endpoint), arriveAt(other), arriveAt(silent)]).toEqual([a, a, null])
    expect([arriveAt(endpoint), arriveAt(other)]).toEqual([b, b])
  })

  test('owners and managers take part once they have a capacity of their own', () => {
    use('workload')
    choosePresence(tenant.db, owner.id, 'online')
    const id = arrive()
    expect(ownerOf(id)).toBeNull()
    limit(owner, 5)
    drainQueue(tenant.db)
    expect(ownerOf(id)).toBe(owner.id)
  })
})

describe('the queue drains, oldest first', () => {
  beforeEach(() => {
    use('workload')
    agents.forEach((agent) => limit(agent, 1))
  })

  test('when an agent comes online, frees capacity, gets more of it or comes back', () => {
    const [first, second, third, fourth] = [arrive(), arrive(), arrive(), arrive()]
    ;[first, second, third, fourth].forEach((id, index) =>
      run('update conversations set queued_at = ? where id = ?', 4_000 - index, id),
    )
    const [asha, brian] = [agents[0]!, agents[1]!]
    noteActivity(tenant.db, asha.id)
    expect(ownerOf(fourth)).toBe(asha.id)
    closeConversation(tenant.db, owner, fourth, { outcome: 'resolved' })
    expect(ownerOf(third)).toBe(asha.id)
    limit(asha, 2)
    drainQueue(tenant.db)
    expect([ownerOf(second), ownerOf(first)]).toEqual([asha.id, null])
    choosePresence(tenant.db, brian.id, 'busy')
    expect(ownerOf(first)).toBeNull()
    choosePresence(tenant.db, brian.id, 'online')
    expect(ownerOf(first)).toBe(brian.id)
  })

  test('moving one away makes room for the next', () => {
    choosePresence(tenant.db, agents[0]!.id, 'online')
    const [held, waiting] = [arrive(), arrive()]
    expect([ownerOf(held), ownerOf(waiting)]).toEqual([agents[0]!.id, null])
    assignConversation(tenant.db, owner, { conversationId: held, memberId: agents[1]!.id })
    expect(ownerOf(waiting)).toBe(agents[0]!.id)
  })

  test('what was taken from somebody by hand does not fall back to them', () => {
    choosePresence(tenant.db, agents[0]!.id, 'online')
    const id = arrive()
    assignConversation(tenant.db, owner, { conversationId: id, memberId: null })
    expect(ownerOf(id)).toBeNull()
    choosePresence(tenant.db, agents[1]!.id, 'online')
    expect(ownerOf(id)).toBe(agents[1]!.id)
  })

  test('a holiday keeps it closed, and the opening is arranged', () => {
    saveHoliday(tenant.db, saver, { day: '2026-11-23', name: 'A day off' })
    const { id: agent } = agents[0]!
    choosePresence(tenant.db, agent, 'online', NAIROBI_NOON)
    const { id } = addConversation(tenant.db, endpoint, { aiState: 'paused' })
    joinQueue(tenant.db, id, NAIROBI_NOON)
    expect(ownerOf(id)).toBeNull()
    const job = sqliteOf(tenant.db).prepare(`select run_at from jobs where kind = 'queue.drain'`)
    const runAt = job.pluck().get() as number
    expect(runAt).toBe(Date.parse('2026-11-24T00:00:00+03:00'))
    noteActivity(tenant.db, agent, runAt)
    drainQueue(tenant.db, runAt)
    expect(ownerOf(id)).toBe(agent)
  })
})

describe('whatever happens', () => {
  /** Numbers that look random and are the same in every run. */
  function dice(seed: number) {
    let state = seed
    return (sides: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * sides)
    }
  }

  test.each(['round_robin', 'workload', 'expertise'].flatMap((s) => [1, 2, 3].map((n) => [s, n])))(
    '%s (%i): no capacity is exceeded, nobody waits while somebody has room, nothing is lost',
    (strategy, seed) => {
      use(String(strategy))
      agents.forEach((agent, index) => limit(agent, index + 1))
      const roll = dice(Number(seed))
      const ids: number[] = []
      const states = ['online', 'online', 'busy', 'offline'] as const
      for (let step = 0; step < 80; step += 1) {
        const agent = agents[roll(3)]!
        const what = roll(4)
        if (what === 0) choosePresence(tenant.db, agent.id, states[roll(4)]!)
        else if (what === 1 && ids.length > 0)
          closeConversation(tenant.db, owner, ids[roll(ids.length)]!, { outcome: 'resolved' })
        else ids.push(arrive())
        const loads = agents.map(openOf)
        loads.forEach((load, index) => expect(load).toBeLessThanOrEqual(index + 1))
        const isRoom = agents.some(
          ({ id }, index) =>
            presenceOf(tenant.db, id) === 'online' && (loads[index] ?? 0) < index + 1,
        )
        if (isRoom) expect(waiting()).toEqual([])
        expect(homeless()).toEqual([])
      }
      expect(isInOrder(ids)).toBe(true)
    },
  )

  const list = (where: string) =>
    sqliteOf(tenant.db)
      .prepare(`select id from conversations where status <> 'closed' and ${where} order by id`)
      .pluck()
      .all() as number[]
  const waiting = () => list('queued_at is not null and assigned_to is null')
  const homeless = () => list('queued_at is null and assigned_to is null')

  /** First come, first served: by rule nobody was given one before an older one that waited. */
  function isInOrder(ids: number[]): boolean {
    const given = sqliteOf(tenant.db)
      .prepare(`select conversation_id from assignments where by_kind = 'rule' order by id`)
      .pluck()
      .all() as number[]
    return given.every((id, index) => index === 0 || (given[index - 1] ?? 0) < id) && ids.length > 0
  }
})

describe('presence', () => {
  test('who is quiet is away, then gone; a sign of life brings them back', () => {
    const { id } = agents[0]!
    const at = (minutes: number) => NAIROBI_NOON + minutes * 60_000
    expect(presenceOf(tenant.db, id, at(0))).toBe('offline')
    noteActivity(tenant.db, id, at(0))
    expect([14, 16, 76].map((minutes) => presenceOf(tenant.db, id, at(minutes)))).toEqual([
      ...['online', 'away', 'offline'],
    ])
    noteActivity(tenant.db, id, at(80))
    expect(presenceOf(tenant.db, id, at(80))).toBe('online')
    choosePresence(tenant.db, id, 'busy', at(81))
    noteGone(tenant.db, id, at(82))
    expect(presenceOf(tenant.db, id, at(82))).toBe('offline')
    noteActivity(tenant.db, id, at(90))
    expect(presenceOf(tenant.db, id, at(90))).toBe('busy')
  })

  test('by rule nobody who is away gets anything', () => {
    use('round_robin')
    noteActivity(tenant.db, agents[0]!.id, Date.now() - 16 * 60_000)
    expect(ownerOf(arrive())).toBeNull()
  })
})

describe('out of hours', () => {
  const night = Date.parse('2026-11-23T22:00:00+03:00')
  const texts = (id: number) =>
    sqliteOf(tenant.db)
      .prepare(`select text from messages where conversation_id = ? and author_kind = 'system'`)
      .pluck()
      .all(id)
  const writes = (aiState: 'on' | 'paused') =>
    addConversation(tenant.db, endpoint, { aiState, lastInboundProviderAt: night }).id

  beforeEach(() => {
    run(`update company set hours_json = '{"mon":"08:00-17:00","tue":"08:00-17:00"}',
      out_of_hours_message = 'We are closed until {opens}.'`)
  })

  test('is said once in a closed period, with when it opens', () => {
    const id = writes('paused')
    noteArrival(tenant.db, id, night)
    noteArrival(tenant.db, id, night + 60_000)
    expect(texts(id)).toEqual(['We are closed until Tuesday 24 November at 08:00.'])
    const nextNight = night + 24 * 3_600_000
    run('update conversations set last_inbound_provider_at = ? where id = ?', nextNight, id)
    noteArrival(tenant.db, id, nextNight)
    expect(texts(id)).toHaveLength(2)
  })

  test('not while the AI answers, unless the company wants it so, nor beside a colleague', () => {
    const id = writes('on')
    noteArrival(tenant.db, id, night)
    expect(texts(id)).toEqual([])
    run('update company set out_of_hours_with_ai = 1')
    noteArrival(tenant.db, id, night)
    expect(texts(id)).toHaveLength(1)
    const other = writes('paused')
    run(
      `insert into messages (conversation_id, endpoint_id, direction, author_kind, author_member_id, type, status, sort_at, created_at)
       values (?, ?, 'outbound', 'member', ?, 'text', 'sent', ?, 0)`,
      ...[other, endpoint, owner.id, night - 60_000],
    )
    noteArrival(tenant.db, other, night)
    expect(texts(other)).toEqual([])
  })
})
