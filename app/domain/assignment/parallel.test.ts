import { afterAll, beforeAll, expect, test } from 'vitest'
import { choosePresence } from '#app/domain/assignment/presence.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addMember } from '#tests/inbox.ts'
import { drained, rows, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'

// Customers who write at the same moment, through the vendor's webhook and the real server.

const CUSTOMERS = 24
const CAPACITY = 5

let bench: WhatsAppBench
let agentIds: number[]

beforeAll(async () => {
  bench = await startWhatsAppBench()
  const { db } = bench.hotel.company
  agentIds = ['Asha', 'Brian', 'Chebet', 'Daudi'].map((name) => addMember(db, 'agent', name).id)
  sqliteOf(db)
    .prepare(`update company set assignment_strategy = 'round_robin', default_capacity = ?`)
    .run(CAPACITY)
  for (const id of agentIds) choosePresence(db, id, 'online')
})
afterAll(() => bench.close())

type Row = { id: number; assigned_to: number | null; queued_at: number | null }

const conversations = () =>
  rows<Row>(bench.hotel, 'select id, assigned_to, queued_at from conversations order by id')

test('many at once: everybody their turn, nobody twice, nobody too many, the rest wait', async () => {
  const { fake, hotel } = bench
  const arrivals = Array.from({ length: CUSTOMERS }, (_, index) => `2547110009${10 + index}`)
  await Promise.all(
    // Two messages each, at the same time: one conversation, one owner.
    [...arrivals, ...arrivals].map((from, index) =>
      fake.deliverInbound(hotel.phoneNumberId, { type: 'text', text: `message ${index}`, from }),
    ),
  )
  await drained(hotel)
  const all = conversations()
  expect(all).toHaveLength(CUSTOMERS)
  expect(agentIds.map((id) => all.filter((row) => row.assigned_to === id).length)).toEqual(
    agentIds.map(() => CAPACITY),
  )
  const waiting = all.filter((row) => row.assigned_to === null)
  expect(waiting).toHaveLength(CUSTOMERS - agentIds.length * CAPACITY)
  expect(waiting.every((row) => row.queued_at !== null)).toBe(true)
  const given = rows<{ id: number; to: number }>(
    hotel,
    'select conversation_id as id, to_member_id as "to" from assignments order by id',
  )
  expect(new Set(given.map((row) => row.id)).size).toBe(given.length)
  // In turn, to the last one: each of four consecutive ones went to somebody else.
  given.forEach((row, index) => expect(row.to).toBe(agentIds[index % agentIds.length]))
})

test('closing hands out what waits, the longest waiting first, to whoever has room again', () => {
  const { db } = bench.hotel.company
  const waiting = conversations()
    .filter((row) => row.assigned_to === null)
    .sort((a, b) => (a.queued_at ?? 0) - (b.queued_at ?? 0) || a.id - b.id)
  for (const next of waiting) {
    const agentId = agentIds[next.id % agentIds.length] ?? 0
    const held = conversations().find((row) => row.assigned_to === agentId)
    const agent = { id: agentId, role: 'agent', extra: [] } as const
    closeConversation(db, agent, held?.id ?? 0, { outcome: 'resolved' })
    expect(conversations().find((row) => row.id === next.id)?.assigned_to).toBe(agentId)
  }
  expect(conversations().filter((row) => row.assigned_to === null)).toEqual([])
})
