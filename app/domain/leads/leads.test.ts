import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { getBoard } from './board.server.ts'
import { createLead, findOpenLead } from './create.server.ts'
import { saveLead } from './edit.server.ts'
import { getForecast } from './forecast.server.ts'
import { leadFromScore } from './from-score.server.ts'
import { listStageChanges } from './history.server.ts'
import { listLeads } from './list.server.ts'
import { moveLead } from './move.server.ts'
import { findLead } from './reach.server.ts'
import { leads } from './schema.server.ts'
import { addStage, archiveStage, listStages, moveStageUp, saveStage } from './stages.server.ts'

const saver = { id: 1, name: 'Mia' }
let tenant: TestTenant
let manager: Actor, grace: Actor, peter: Actor
let contactId: number, conversationId: number

beforeEach(() => {
  tenant = createTestTenant()
  manager = addMember(tenant.db, 'manager', 'Mia')
  grace = addMember(tenant.db, 'agent', 'Grace')
  peter = addMember(tenant.db, 'agent', 'Peter')
  const endpointId = addEndpoint(tenant.db)
  const made = addConversation(tenant.db, endpointId, { name: 'Asha', assignedTo: grace.id })
  ;[contactId, conversationId] = [made.contactId, made.id]
})
afterEach(() => tenant.close())

function make(title: string, more: object = {}): number {
  const made = createLead(tenant.db, manager, { contactId, title, ...more })
  if (!made.ok) throw new Error(made.reason)
  return made.id
}
const stageId = (name: string) => listStages(tenant.db).find((one) => one.name === name)?.id ?? 0
const titles = (name: string, actor = manager) =>
  getBoard(tenant.db, actor)
    .find((column) => column.stage.name === name)
    ?.cards.map((card) => card.title)

test('a new lead stands on top; moved, it stands where it was put', () => {
  const [a, b, c] = ['A', 'B', 'C'].map((title) => make(title)) as [number, number, number]
  expect(titles('New')).toEqual(['C', 'B', 'A'])
  const to = { stageId: stageId('New') }
  moveLead(tenant.db, manager, { leadId: c, ...to, beforeId: a })
  expect(titles('New')).toEqual(['B', 'C', 'A'])
  moveLead(tenant.db, manager, { leadId: b, stageId: stageId('Qualified') })
  expect([titles('New'), titles('Qualified')]).toEqual([['C', 'A'], ['B']])
  expect(listStageChanges(tenant.db, b).map((row) => [row.fromName, row.toName])).toEqual([
    [null, 'New'],
    ['New', 'Qualified'],
  ])
})

test('there is always room between two', () => {
  const [bottom, x, y] = ['bottom', 'x', 'y'].map((title) => make(title)) as [
    number,
    number,
    number,
  ]
  for (let turn = 0; turn < 120; turn += 1)
    moveLead(tenant.db, manager, {
      ...{ leadId: turn % 2 ? x : y, stageId: stageId('New'), beforeId: bottom },
    })
  expect(titles('New')).toEqual(['y', 'x', 'bottom'])
})

test('an agent reaches a lead as long as its contact, and no longer', () => {
  const id = make('Wedding', { ownerId: grace.id })
  expect(findLead(tenant.db, grace, id)?.title).toBe('Wedding')
  expect([findLead(tenant.db, peter, id), titles('New', peter)]).toEqual([undefined, []])
  expect(listLeads(tenant.db, peter).rows).toEqual([])
  assignTo(tenant.db, { kind: 'system' }, { conversationId, memberId: peter.id })
  expect(findLead(tenant.db, grace, id)).toBeUndefined()
  expect(moveLead(tenant.db, grace, { leadId: id, stageId: stageId('Won') })).toEqual({
    ...{ ok: false, reason: 'not_found' },
  })
  expect(getForecast(tenant.db, grace)).toEqual([])
  expect(titles('New', peter)).toEqual(['Wedding'])
})

test('entering won ends it, coming back opens it again', () => {
  const id = make('Wedding')
  moveLead(tenant.db, manager, { leadId: id, stageId: stageId('Won') })
  expect(findOpenLead(tenant.db, contactId)).toBeUndefined()
  moveLead(tenant.db, manager, { leadId: id, stageId: stageId('Negotiation') })
  expect(findOpenLead(tenant.db, contactId)?.id).toBe(id)
})

test('a conversation closed as won ends the lead with what was paid', () => {
  const id = make('Wedding', { valueMinor: 1 })
  closeConversation(tenant.db, grace, conversationId, {
    outcome: 'won',
    sale: { amountMinor: 250_000, items: [], paymentMethod: 'mpesa', whatWorked: '' },
  })
  const lead = tenant.db.select().from(leads).all()[0]
  expect(lead).toMatchObject({ id, stageId: stageId('Won'), valueMinor: 250_000 })
  expect(lead?.closedAt).not.toBeNull()
})

test('a contact that turns hot becomes one lead, of whoever has the conversation', () => {
  leadFromScore(tenant.db, { contactId, conversationId })
  leadFromScore(tenant.db, { contactId, conversationId })
  expect(tenant.db.select().from(leads).all()).toMatchObject([
    { contactId, ownerId: grace.id, stageId: stageId('New') },
  ])
})

test('the forecast weighs each lead by its own probability or the one of its stage', () => {
  make('A', { valueMinor: 1000, expectedOn: '2026-12-10', stageId: stageId('Negotiation') })
  const b = make('B', { valueMinor: 1000, expectedOn: '2026-12-20' })
  make('C', { valueMinor: 500 })
  saveLead(tenant.db, manager, {
    ...{ id: b, title: 'B', valueMinor: 1000, probability: 50, expectedOn: '2026-12-20' },
    ...{ ownerId: null, nextAction: '', nextActionAt: null, source: '' },
  })
  expect(getForecast(tenant.db, manager)).toEqual([
    { month: '2026-12', currency: 'KES', count: 2, minor: 2000, weightedMinor: 1300 },
    { month: null, currency: 'KES', count: 1, minor: 500, weightedMinor: 50 },
  ])
})

test('the pipeline can be shaped, but keeps a start, a won and a lost', () => {
  const { db } = tenant
  const added = addStage(db, saver, { name: 'Site visit', probability: 50 })
  const id = added.ok ? added.id : 0
  const names = () => listStages(db).map((stage) => stage.name)
  expect(names().slice(-3)).toEqual(['Site visit', 'Won', 'Lost'])
  moveStageUp(db, saver, id)
  expect(names().slice(-4)).toEqual(['Site visit', 'Negotiation', 'Won', 'Lost'])
  expect(saveStage(db, saver, { id, name: 'won', probability: 1 })).toEqual({
    ...{ ok: false, reason: 'name_taken' },
  })
  make('X', { stageId: id })
  expect(archiveStage(db, saver, id)).toEqual({ ok: false, reason: 'has_leads' })
  expect(archiveStage(db, saver, stageId('Won'))).toEqual({ ok: false, reason: 'last_of_kind' })
  moveLead(db, manager, { leadId: 1, stageId: stageId('New') })
  expect(archiveStage(db, saver, id)).toEqual({ ok: true })
  expect(addStage(db, saver, { name: 'Site visit', probability: 50 }).ok).toBe(true)
})
