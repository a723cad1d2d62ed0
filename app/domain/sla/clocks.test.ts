import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handOver } from '#app/domain/answers/hand-over.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { listConversations } from '#app/domain/conversations/list.server.ts'
import { parseInboxView } from '#app/domain/conversations/inbox-view.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { snoozeConversation, wakeConversation } from '#app/domain/conversations/snooze.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { checkClock } from './check.server.ts'
import { notePriority } from './clocks.server.ts'
import { listBreaches, sumPromises } from './report.server.ts'
import { slaClocks } from './schema.server.ts'
import { getSlaSettings, saveSlaSettings } from './settings.server.ts'

let tenant: TestTenant
let endpoint: number
let owner: Actor
let agent: Actor
let rival: Actor
const minutes = (count: number) => count * 60_000

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  agent = addMember(tenant.db, 'agent', 'Otieno')
  rival = addMember(tenant.db, 'agent', 'Fatuma')
  promise({ aiReplies: true })
})
afterEach(() => tenant.close())

function promise({ isOn = true, aiReplies = true }: { isOn?: boolean; aiReplies?: boolean }) {
  const targets = getSlaSettings(tenant.db).targets.map(({ id, name }) => ({
    ...{ id, firstReplyMinutes: name === 'Urgent' ? 10 : 60 },
    ...{ nextReplyMinutes: 120, resolutionMinutes: name === 'Low' ? null : 600 },
  }))
  saveSlaSettings(tenant.db, { id: owner.id, name: 'Wanjiru' }, { isOn, aiReplies, targets })
}

let writes = 0
function write(phone = '254711000001', now = Date.now()): number {
  const received = receiveMessage(tenant.db, {
    endpoint: { id: endpoint, channel: 'whatsapp-cloud' },
    event: {
      ...{ kind: 'message', providerId: `w${++writes}`, at: now, from: { phone, name: 'Asha' } },
      content: { type: 'text', text: 'Hi', payload: {}, media: [] },
    },
    now,
  })
  return received?.conversationId as number
}
const reply = (conversationId: number, kind: 'member' | 'ai' | 'system' = 'member') => {
  const author =
    kind === 'member'
      ? { kind, memberId: agent.id }
      : kind === 'ai'
        ? { kind, answerId: null }
        : { kind }
  return queueMessage(tenant.db, { conversationId, text: 'Hello', author })
}
const clocks = () => tenant.db.select().from(slaClocks).all()
const stateOf = (kind: string) =>
  clocks()
    .filter((clock) => clock.kind === kind)
    .map((clock) =>
      clock.metAt !== null ? 'met' : clock.cancelledAt !== null ? 'cancelled' : 'open',
    )
const give = (id: number, memberId: number) =>
  sqliteOf(tenant.db)
    .prepare('update conversations set assigned_to = ? where id = ?')
    .run(memberId, id)

describe('clocks', () => {
  test('start with the customer, are met by a reply, and again', () => {
    const id = write()
    write()
    expect(stateOf('first_reply')).toEqual(['open'])
    expect(stateOf('resolution')).toEqual(['open'])
    const [first] = clocks()
    expect((first?.dueAt ?? 0) - (first?.startedAt ?? 0)).toBe(minutes(60))
    expect((first?.warnAt ?? 0) - (first?.startedAt ?? 0)).toBe(minutes(48))
    reply(id)
    expect(stateOf('first_reply')).toEqual(['met'])
    expect(stateOf('next_reply')).toEqual([])
    write()
    expect(stateOf('next_reply')).toEqual(['open'])
    closeConversation(tenant.db, owner, id, { outcome: 'resolved' })
    expect(stateOf('next_reply')).toEqual(['cancelled'])
    expect(stateOf('resolution')).toEqual(['met'])
  })

  test('the assistant’s answer counts, its handing over does not', () => {
    const id = write()
    reply(id, 'system')
    expect(stateOf('first_reply')).toEqual(['open'])
    reply(id, 'ai')
    expect(stateOf('first_reply')).toEqual(['met'])
    write()
    handOver(tenant.db, id, { reason: 'customer_asked', text: 'A colleague will help.' })
    expect(stateOf('next_reply')).toEqual(['open'])
    promise({ aiReplies: false })
    const other = write('254711000002')
    reply(other, 'ai')
    expect(stateOf('first_reply')).toEqual(['met', 'open'])
  })

  test('resolution stands still while the customer is waited for or it is snoozed', () => {
    const id = write()
    give(id, agent.id)
    const resolution = () => clocks().find((clock) => clock.kind === 'resolution')
    const due = resolution()?.dueAt ?? 0
    const rewind = (count: number) =>
      sqliteOf(tenant.db)
        .prepare('update sla_clocks set paused_at = paused_at - ? where paused_at is not null')
        .run(minutes(count))
    reply(id)
    expect(resolution()?.pausedAt).not.toBeNull()
    rewind(30)
    write()
    expect(resolution()?.pausedAt).toBeNull()
    expect((resolution()?.dueAt ?? 0) - due).toBeGreaterThanOrEqual(minutes(30))
    expect(stateOf('next_reply')).toEqual(['open'])
    snoozeConversation(tenant.db, agent, { conversationId: id, until: null })
    rewind(60)
    wakeConversation(tenant.db, agent, id)
    expect((resolution()?.dueAt ?? 0) - due).toBeGreaterThanOrEqual(minutes(90))
    // What is owed to the customer is owed all the time.
    const next = clocks().find((clock) => clock.kind === 'next_reply')
    expect((next?.dueAt ?? 0) - (next?.startedAt ?? 0)).toBe(minutes(120))
  })

  test('another priority is another promise', () => {
    const id = write()
    const set = (name: string) => {
      sqliteOf(tenant.db)
        .prepare(
          'update conversations set priority_id = (select id from priorities where name = ?)',
        )
        .run(name)
      notePriority(tenant.db, id)
    }
    set('Urgent')
    const first = clocks().find((clock) => clock.kind === 'first_reply')
    expect((first?.dueAt ?? 0) - (first?.startedAt ?? 0)).toBe(minutes(10))
    set('Low')
    expect(stateOf('resolution')).toEqual(['cancelled'])
    expect(stateOf('first_reply')).toEqual(['open'])
  })

  test('nothing is promised when it is off, and turning off ends what runs', () => {
    write()
    promise({ isOn: false })
    expect(stateOf('first_reply')).toEqual(['cancelled'])
    write('254711000003')
    expect(clocks()).toHaveLength(2)
  })
})

describe('warning and breach', () => {
  const told = () =>
    tenant.db
      .select()
      .from(notifications)
      .all()
      .map(({ kind, memberId }) => `${kind}:${memberId}`)

  test('are noted once each, at their time, and told to who has it and who may move it', () => {
    const id = write()
    give(id, agent.id)
    const clock = clocks().find((one) => one.kind === 'first_reply')
    const at = (count: number) => (clock?.startedAt ?? 0) + minutes(count)
    checkClock(tenant.db, clock?.id ?? 0, at(10))
    expect(told()).toEqual([])
    for (const now of [at(48), at(50)]) checkClock(tenant.db, clock?.id ?? 0, now)
    expect(told().sort()).toEqual([`sla_warning:${owner.id}`, `sla_warning:${agent.id}`].sort())
    for (const now of [at(60), at(61)]) checkClock(tenant.db, clock?.id ?? 0, now)
    expect(told().filter((text) => text.startsWith('sla_breached'))).toHaveLength(2)
    expect(clocks()[0]).toMatchObject({ memberId: agent.id, breachedAt: at(60) })
  })

  test('say nothing of what was met, stands still or was moved', () => {
    const id = write()
    give(id, agent.id)
    reply(id)
    for (const clock of clocks()) checkClock(tenant.db, clock.id, clock.dueAt + 1)
    expect(told()).toEqual([])
    expect(listBreaches(tenant.db, owner).rows).toEqual([])
  })

  test('breaches are listed within reach, with filters, and counted against what was kept', () => {
    const [own, theirs] = [write(), write('254711000004')]
    give(own, agent.id)
    give(theirs, rival.id)
    const kept = write('254711000005')
    reply(kept)
    for (const clock of clocks().filter((one) => one.metAt === null && one.kind === 'first_reply'))
      checkClock(tenant.db, clock.id, clock.dueAt)
    const idsOf = (actor: Actor, filter = {}) =>
      listBreaches(tenant.db, actor, filter)
        .rows.map((row) => row.conversationId)
        .sort()
    expect(idsOf(owner)).toEqual([own, theirs].sort())
    expect(idsOf(agent)).toEqual([own])
    expect(idsOf(owner, { memberId: rival.id })).toEqual([theirs])
    expect(idsOf(owner, { kind: 'resolution' })).toEqual([])
    const later = Date.now() + minutes(61)
    expect(sumPromises(tenant.db, owner, {}, later)[0]).toEqual({
      ...{ kind: 'first_reply', total: 3, kept: 1 },
    })
    expect(sumPromises(tenant.db, agent, {}, later)[0]).toMatchObject({ total: 1, kept: 0 })
  })
})

test('the list shows the promise that ends first', () => {
  const id = write()
  const view = parseInboxView(new URLSearchParams())
  const row = listConversations(tenant.db, owner, view).rows.find((one) => one.id === id)
  expect(row?.clock).toMatchObject({ kind: 'first_reply' })
})
