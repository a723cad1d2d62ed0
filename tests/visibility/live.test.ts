import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeKinds, recordChange } from '#app/domain/changes/record.server.ts'
import { notificationKinds } from '#app/domain/notifications/kinds.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openTestStream } from '#tests/event-stream.ts'
import type { TestStream } from '#tests/event-stream.ts'
import { startBench } from './bench.ts'
import type { Bench } from './bench.ts'
import { agents, groups, knownGroups, people, reaches } from './groups.ts'
import type { Agent, Reach } from './groups.ts'
import { findLeaks } from './leaks.ts'

// Says every kind of change about everybody's rows while each agent listens.

let bench: Bench
const open: TestStream[] = []

beforeAll(async () => {
  bench = await startBench()
}, 120_000)
afterAll(async () => {
  for (const stream of open) stream.close()
  await bench.close()
})

/** Says every kind of change about every group, and at last one that everybody hears. */
function sayEverything(): void {
  const { db } = bench.own
  for (const group of groups) {
    const conversationId = bench.ids.of('conversations', group.name)
    const data = {
      messageId: bench.ids.of('messages', group.name),
      contactId: bench.ids.of('contacts', group.name),
      by: 'contact',
    }
    for (const kind of changeKinds)
      inTransaction(db, () => {
        if (conversationId && group.conversation) recordChange(db, kind, { conversationId, data })
        else if (kind === 'contact.changed') recordChange(db, kind, { data })
      })
  }
  inTransaction(db, () => recordChange(db, 'knowledge.changed'))
}

async function listen(agent: Agent): Promise<TestStream> {
  const cookie = bench.server.cookieOf(bench.own, people[agent])
  const stream = await openTestStream(bench.server.port, { host: bench.own.host, cookie })
  open.push(stream)
  await stream.next('ready')
  return stream
}

describe.each(reaches)('settings %o', (reach: Reach) => {
  test.each(agents)('%s hears of what is theirs and of nothing else', async (agent) => {
    bench.setReach(reach)
    const stream = await listen(agent)
    const before = stream.events.length
    sayEverything()
    const isLast = (data: unknown) => JSON.stringify(data).includes('"knowledge.changed"}')
    await stream.next('changes', isLast)
    const told = JSON.stringify(stream.events.slice(before))
    const known = knownGroups(agent, reach)
    expect(findLeaks(told, { known, asked: '' })).toEqual([])
    for (const { name, conversation } of known)
      if (conversation) expect(told).toContain(`${bench.ids.of('conversations', name)}`)
  })
})

test('a notification about what has left somebody’s reach names nobody and is not counted', async () => {
  bench.setReach({ earlier: false, unassigned: false })
  const { db } = bench.own
  const stream = await listen('anna')
  const unread = stream.events.findLast(({ event }) => event === 'unread')?.data
  for (const kind of notificationKinds)
    for (const { name, knownTo } of groups) {
      if (knownTo({ earlier: false, unassigned: false }).includes('anna')) continue
      const about = {
        conversationId: bench.ids.of('conversations', name),
        contactId: bench.ids.of('contacts', name),
      }
      if (about.conversationId ?? about.contactId)
        inTransaction(db, () => notify(db, { kind, memberIds: [people.anna], ...about }))
    }
  const rows = sqliteOf(db)
    .prepare('select count(*) from notifications where member_id = 41')
    .pluck()
  expect(rows.get()).toBeGreaterThan(50)
  const { body } = await bench.ask({ as: 'anna', path: '/notifications.data' })
  const known = knownGroups('anna', { earlier: false, unassigned: false })
  expect(findLeaks(body, { known, asked: '' })).toEqual([])
  sayEverything()
  await stream.next('changes', (data) => JSON.stringify(data).includes('"knowledge.changed"}'))
  expect(stream.events.findLast(({ event }) => event === 'unread')?.data).toBe(unread)
})
