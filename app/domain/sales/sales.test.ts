import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { upsertProducts, deleteProduct } from '#app/domain/catalog/products.server.ts'
import { products } from '#app/domain/catalog/schema.server.ts'
import { saveClosingSettings } from '#app/domain/closing/settings.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { reopenConversation } from '#app/domain/conversations/reopen.server.ts'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { correctSale, voidSale } from './correct.server.ts'
import { findSale, listSales } from './find.server.ts'
import type { SaleTerms } from './sale.ts'

let tenant: TestTenant
let endpoint: number
let owner: Actor & { name: string }
let agent: Actor
let other: Actor

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  owner = { ...addMember(tenant.db, 'owner', 'Wanjiru'), name: 'Wanjiru' }
  agent = addMember(tenant.db, 'agent', 'Otieno')
  other = addMember(tenant.db, 'agent', 'Fatuma')
})
afterEach(() => tenant.close())

const terms = (more: Partial<SaleTerms> = {}): SaleTerms => ({
  ...{ amountMinor: 500_000, items: [], paymentMethod: 'mpesa', whatWorked: 'The free delivery' },
  ...more,
})
const add = (options: Parameters<typeof addConversation>[2] = {}) =>
  addConversation(tenant.db, endpoint, { assignedTo: agent.id, ...options })
const win = (id: number, sale = terms(), by: Actor = agent) =>
  closeConversation(tenant.db, by, id, { outcome: 'won', sale })
const require = (...required: Parameters<typeof saveClosingSettings>[2]['required']) =>
  saveClosingSettings(tenant.db, owner, { required, reopenHours: 0, lostReasons: [{ name: 'No' }] })

describe('closing as won', () => {
  test('writes the sale down with who sold, and says so in the thread', () => {
    const { id } = add()
    expect(win(id)).toEqual({ ok: true })
    const [sale] = listSales(tenant.db, owner).rows
    expect(sale).toMatchObject({
      ...{ conversationId: id, memberId: agent.id, amountMinor: 500_000, currency: 'KES' },
      ...{ paymentMethod: 'mpesa', voidedAt: null },
    })
    const items = findThread(tenant.db, owner, id)?.items
    const closed = items?.find((item) => item.kind === 'event' && item.event === 'closed')
    expect(closed).toMatchObject({ data: { outcome: 'won', saleId: sale?.id, currency: 'KES' } })
  })

  test('keeps the lines when the product leaves the catalogue, and does not touch its stock', () => {
    const row = { sku: 'A16', name: 'Galaxy', priceMinor: 100, currency: 'KES', stock: 14 }
    upsertProducts(tenant.db, [row])
    const product = tenant.db.select().from(products).get()
    const item = { productId: product?.id ?? 0, name: 'Galaxy', quantity: 2, unitPriceMinor: 100 }
    const free = { productId: null, name: 'Delivery', quantity: 1, unitPriceMinor: 50 }
    win(add().id, terms({ items: [item, free] }))
    expect(tenant.db.select().from(products).get()?.stock).toBe(14)
    expect(deleteProduct(tenant.db, product?.id ?? 0)).toBe(true)
    expect(listSales(tenant.db, owner).rows[0]?.items).toMatchObject([
      { productId: null, name: 'Galaxy', quantity: 2 },
      { productId: null, name: 'Delivery', quantity: 1 },
    ])
  })

  test('asks for what the company insists on, and only then', () => {
    const { id } = add()
    const won = { outcome: 'won' } as const
    expect(closeConversation(tenant.db, agent, id, won)).toEqual({
      ...{ ok: false, reason: 'closing_incomplete', missing: ['won_amount'] },
    })
    require('won_products', 'payment_method', 'what_worked', 'lost_reason')
    const bare = terms({ paymentMethod: '', whatWorked: ' ' })
    expect(win(id, bare)).toMatchObject({
      missing: ['won_products', 'payment_method', 'what_worked'],
    })
    expect(closeConversation(tenant.db, agent, id, { outcome: 'lost' })).toMatchObject({
      missing: ['lost_reason'],
    })
    expect(findThread(tenant.db, agent, id)?.head.status).not.toBe('closed')
    expect(closeConversation(tenant.db, agent, id, { outcome: 'resolved' })).toEqual({ ok: true })
    const other = add().id
    require()
    expect(closeConversation(tenant.db, agent, other, won)).toEqual({ ok: true })
    expect(listSales(tenant.db, owner).rows).toEqual([])
  })

  test('a lost reason is one of the list, and stays when the list changes', () => {
    require('lost_reason')
    const { id } = add()
    const lost = (lostReasonId: number) =>
      closeConversation(tenant.db, agent, id, { outcome: 'lost', lostReasonId })
    expect(lost(9_999)).toEqual({ ok: false, reason: 'lost_reason_unknown' })
    const known = sqliteOf(tenant.db)
      .prepare("select id from lost_reasons where name = 'No' and archived_at is null")
      .pluck()
      .get() as number
    expect(lost(known)).toEqual({ ok: true })
    saveClosingSettings(tenant.db, owner, { required: [], reopenHours: 0, lostReasons: [] })
    expect(tenant.db.select().from(conversations).get()).toMatchObject({ lostReasonId: known })
    expect(lost(known)).toEqual({ ok: false, reason: 'not_found' })
  })

  test('names of reasons may be exchanged', () => {
    const save = (lostReasons: { id?: number; name: string }[]) => {
      saveClosingSettings(tenant.db, owner, { required: [], reopenHours: 0, lostReasons })
      return sqliteOf(tenant.db)
        .prepare('select id, name from lost_reasons where archived_at is null order by position')
        .all() as { id: number; name: string }[]
    }
    const [a, b] = save([{ name: 'A' }, { name: 'B' }])
    expect(
      save([
        { id: a?.id, name: 'B' },
        { id: b?.id, name: 'A' },
      ] as never),
    ).toEqual([
      { id: a?.id, name: 'B' },
      { id: b?.id, name: 'A' },
    ])
    save([])
    expect(save([{ name: 'b' }])).toEqual([{ id: a?.id, name: 'b' }])
  })
})

describe('opening again', () => {
  test('undoing one’s own closing takes the sale back; reopening keeps it', () => {
    const [undone, kept] = [add().id, add().id]
    win(undone)
    win(kept)
    reopenConversation(tenant.db, agent, undone, { sale: 'undo' })
    reopenConversation(tenant.db, owner, kept)
    const state = Object.fromEntries(
      listSales(tenant.db, owner).rows.map((row) => [row.conversationId, row.voidedAt !== null]),
    )
    expect(state).toEqual({ [undone]: true, [kept]: false })
    // Closed as won again, the sale that stands is enough.
    expect(closeConversation(tenant.db, agent, kept, { outcome: 'won' })).toEqual({ ok: true })
    expect(listSales(tenant.db, owner).rows).toHaveLength(2)
  })

  test('only who may correct sales takes one back while reopening', () => {
    const { id } = add()
    win(id)
    reopenConversation(tenant.db, agent, id, { sale: 'void' })
    expect(listSales(tenant.db, owner).rows[0]?.voidedAt).toBeNull()
    win(id)
    reopenConversation(tenant.db, owner, id, { sale: 'void' })
    expect(listSales(tenant.db, owner).rows[0]?.voidedAt).not.toBeNull()
  })

  test('a message opens it again within the company’s hours, with the same colleague', () => {
    const save = (reopenHours: number) =>
      saveClosingSettings(tenant.db, owner, { required: [], reopenHours, lostReasons: [] })
    const write = (providerId: string, now = Date.now()) =>
      receiveMessage(tenant.db, {
        endpoint: { id: endpoint, channel: 'whatsapp-cloud' },
        event: {
          ...{
            kind: 'message',
            providerId,
            at: now,
            from: { phone: '254711000001', name: 'Asha' },
          },
          content: { type: 'text', text: 'Hi', payload: {}, media: [] },
        },
        now,
      })?.conversationId as number
    const first = write('w1')
    sqliteOf(tenant.db).prepare('update conversations set assigned_to = ?').run(agent.id)
    const close = (id: number) => closeConversation(tenant.db, owner, id, { outcome: 'resolved' })
    close(first)
    const second = write('w2')
    expect(second).not.toBe(first)
    close(second)
    save(48)
    sqliteOf(tenant.db).prepare('update conversations set assigned_to = ?').run(agent.id)
    expect(write('w3')).toBe(second)
    expect(findThread(tenant.db, agent, second)?.head).toMatchObject({
      ...{ status: 'in_progress', outcome: 'none', assignedTo: agent.id },
    })
    close(second)
    expect(write('w4', Date.now() + 49 * 3_600_000)).not.toBe(second)
  })
})

describe('correcting', () => {
  test('a manager puts a sale right or takes it back, and the audit log tells', () => {
    win(add().id)
    const { id: saleId } = listSales(tenant.db, owner).rows[0] ?? { id: 0 }
    const items = [{ productId: null, name: 'Room', quantity: 3, unitPriceMinor: 100 }]
    const better = terms({ amountMinor: 300, items })
    expect(correctSale(tenant.db, owner, { saleId, terms: better })).toEqual({ ok: true })
    expect(findSale(tenant.db, owner, saleId)).toMatchObject({ amountMinor: 300, items })
    expect(voidSale(tenant.db, owner, { saleId, reason: 'Not paid' })).toEqual({ ok: true })
    expect(findSale(tenant.db, owner, saleId)).toMatchObject({ voidReason: 'Not paid' })
    expect(correctSale(tenant.db, owner, { saleId, terms: better })).toEqual({
      ...{ ok: false, reason: 'sale_voided' },
    })
    const actions = tenant.db.select({ action: auditLog.action }).from(auditLog).all()
    expect(actions.map((row) => row.action)).toEqual(['sale.corrected', 'sale.voided'])
  })

  test('an agent knows the sales of the conversations they have now, and no others', () => {
    const [own, theirs] = [add().id, add({ assignedTo: other.id }).id]
    win(own)
    win(theirs, terms(), other)
    expect(listSales(tenant.db, agent).rows).toEqual([])
    reopenConversation(tenant.db, agent, own)
    expect(listSales(tenant.db, agent).rows.map((row) => row.conversationId)).toEqual([own])
    const foreign = listSales(tenant.db, owner).rows.find((row) => row.conversationId === theirs)
    expect(findSale(tenant.db, agent, foreign?.id ?? 0)).toBeUndefined()
    expect(listSales(tenant.db, owner, { search: 'nobody' }).rows).toEqual([])
    expect(listSales(tenant.db, owner, { memberId: other.id }).rows).toHaveLength(1)
  })
})
