import { rollReports } from '#app/domain/analytics/roll.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { makeDice, names, plots } from './history-words.ts'
import type { Dice, Plot } from './history-words.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const WEEKS = 9
/** Newer days belong to the stories. */
const LAST_DAY = 2
const CUSTOMERS = 48

type Company = { endpointId: number; members: number[]; products: Product[]; contacts: number[] }
type Product = { id: number; name: string; priceMinor: number; currency: string }

/**
 * Weeks of closed conversations behind the stories, so that reports have something to show: the
 * same every time, relative to now.
 */
export async function writeHistory(db: TenantDb, endpointId: number, now: number): Promise<void> {
  const dice = makeDice(7)
  inTransaction(db, () => {
    const company = { ...readCompany(db), endpointId, contacts: addCustomers(db, now) }
    for (let day = WEEKS * 7; day > LAST_DAY; day -= 1) {
      const talks = 1 + Math.floor((dice() * (WEEKS * 7 - day + 30)) / 16)
      for (let n = 0; n < talks; n += 1)
        addTalk(db, company, { dice, at: momentOf(dice, now, day) })
    }
  })
  await rollReports(db, { now })
}

/** Mornings and late afternoons are busy, nights are quiet. */
function momentOf(dice: Dice, now: number, day: number): number {
  const hours = [6, 7, 8, 8, 9, 9, 10, 11, 13, 14, 14, 15, 15, 16, 17, 18]
  const midnight = Math.floor((now - day * DAY_MS) / DAY_MS) * DAY_MS
  const hour = hours[Math.floor(dice() * hours.length)] ?? 9
  return midnight + (hour - 3) * HOUR_MS + Math.floor(dice() * 60) * MINUTE_MS
}

function readCompany(db: TenantDb) {
  const sqlite = sqliteOf(db)
  return {
    members: sqlite
      .prepare<[], number>(`select id from members where role in ('agent', 'manager')`)
      .pluck()
      .all(),
    products: sqlite
      .prepare<[], Product>('select id, name, price_minor as priceMinor, currency from products')
      .all(),
  }
}

function addCustomers(db: TenantDb, now: number): number[] {
  const insert = sqliteOf(db).prepare<unknown[], number>(
    `insert into contacts (name, phone, score, score_color, source, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?) returning id`,
  )
  const sources = ['Instagram', 'Website', 'Referral', 'Walk-in']
  return Array.from({ length: CUSTOMERS }, (_, n) => {
    const [score, color] = (
      [
        [88, 'green'],
        [62, 'yellow'],
        [55, 'yellow'],
        [30, 'red'],
      ] as const
    )[n % 4] ?? [50, 'yellow']
    const phone = `+2547900${String(n + 10_000).slice(-5)}`
    const at = now - WEEKS * 7 * DAY_MS
    return insert
      .pluck()
      .get(names[n % names.length], phone, score, color, sources[n % 4], at, at) as number
  })
}

function addTalk(db: TenantDb, company: Company, { dice, at }: { dice: Dice; at: number }): void {
  const sqlite = sqliteOf(db)
  const plot = plots[Math.floor(dice() * plots.length)] as Plot
  const contactId = company.contacts[Math.floor(dice() * company.contacts.length)] as number
  const memberId = company.members[Math.floor(dice() * company.members.length)] ?? 1
  const product = company.products[Math.floor(dice() * company.products.length)]
  const id = sqlite
    .prepare<unknown[], number>(
      `insert into conversations (contact_id, endpoint_id, channel, status, outcome, assigned_to,
         last_message_at, created_at, updated_at)
       select ?, id, channel, 'closed', ?, ?, ?, ?, ? from endpoints where id = ? returning id`,
    )
    .pluck()
    .get(
      contactId,
      plot.outcome,
      plot.person ? memberId : null,
      at,
      at,
      at,
      company.endpointId,
    ) as number
  const place = { id, contactId, memberId, product, plot, dice }
  event(db, id, { kind: 'opened', at })
  const end = addWords(db, company, { ...place, at })
  addEnd(db, { ...place, at: end + Math.floor(dice() * 90 + 5) * MINUTE_MS })
}

type Place = {
  id: number
  contactId: number
  memberId: number
  product: Product | undefined
  plot: Plot
  dice: Dice
  at: number
}

function addWords(db: TenantDb, company: Company, place: Place): number {
  const { id, contactId, memberId, product, plot, dice } = place
  const insert = sqliteOf(db).prepare<unknown[], number>(
    `insert into messages (conversation_id, endpoint_id, direction, author_kind, author_member_id,
       type, text, status, provider_id, provider_at, sort_at, created_at)
     values (?, ?, ?, ?, ?, 'text', ?, ?, ?, ?, ?, ?) returning id`,
  )
  let at = place.at
  let last = 0
  let lastInbound = 0
  plot.words.forEach(([by, words], index) => {
    const minutes = by === 'ai' ? 1 : by === 'member' ? 3 + dice() * 55 : 1 + dice() * 12
    if (index > 0) at += Math.ceil(minutes) * MINUTE_MS
    const isInbound = by === 'contact'
    const text = words.replaceAll('{product}', product?.name ?? 'it')
    const direction = isInbound ? 'inbound' : 'outbound'
    const author = by === 'member' ? memberId : null
    const status = isInbound ? 'received' : 'read'
    last = insert
      .pluck()
      .get(
        id,
        company.endpointId,
        direction,
        by,
        author,
        text,
        status,
        `wamid.past.${id}.${index}`,
        at,
        at,
        at,
      ) as number
    if (isInbound) lastInbound = last
    if (plot.handsOverAt === index)
      event(db, id, { kind: 'handed_over', at, data: { reason: plot.reason } })
  })
  const sqlite = sqliteOf(db)
  sqlite
    .prepare(
      `update conversations set last_message_id = ?, last_message_at = ?, last_inbound_id = ? where id = ?`,
    )
    .run(last, at, lastInbound, id)
  sqlite
    .prepare(
      'update contacts set last_message_at = max(coalesce(last_message_at, 0), ?) where id = ?',
    )
    .run(at, contactId)
  return at
}

/** How it ended: the closing, a sale, a rating, a lead. */
function addEnd(db: TenantDb, { id, contactId, memberId, product, plot, dice, at }: Place): void {
  const sqlite = sqliteOf(db)
  const byMember = plot.person ? memberId : null
  event(db, id, { kind: 'closed', at, memberId: byMember, data: { outcome: plot.outcome } })
  sqlite
    .prepare('update conversations set closed_at = ?, updated_at = ? where id = ?')
    .run(at, at, id)
  if (plot.outcome === 'won' && product) {
    const quantity = 1 + Math.floor(dice() * 2)
    const sale = sqlite
      .prepare(
        `insert into sales (conversation_id, contact_id, member_id, channel, amount_minor, currency,
           payment_method, at) select id, contact_id, ?, channel, ?, ?, 'mpesa', ? from conversations where id = ?`,
      )
      .run(memberId, quantity * product.priceMinor, product.currency, at, id).lastInsertRowid
    sqlite
      .prepare(
        'insert into sale_items (sale_id, position, product_id, name, quantity, unit_price_minor) values (?, 0, ?, ?, ?, ?)',
      )
      .run(sale, product.id, product.name, quantity, product.priceMinor)
  }
  if (dice() < 0.45) {
    const rating = plot.isUpset ? 1 + Math.floor(dice() * 3) : 3 + Math.floor(dice() * 3)
    sqlite
      .prepare(
        `insert into csat_surveys (conversation_id, contact_id, member_id, channel, state, rating,
           closed_at, sent_at, answered_at)
         select id, contact_id, ?, channel, 'answered', ?, ?, ?, ? from conversations where id = ?`,
      )
      .run(byMember, rating, at, at + 5 * MINUTE_MS, at + 40 * MINUTE_MS, id)
  }
  if (plot.isLead) addLead(db, { id, contactId, memberId, product, plot, dice, at })
}

function addLead(db: TenantDb, { id, contactId, memberId, product, plot, dice, at }: Place): void {
  const sqlite = sqliteOf(db)
  const kind = plot.outcome === 'won' || plot.outcome === 'lost' ? plot.outcome : 'open'
  const stages = sqlite
    .prepare<[string], number>('select id from lead_stages where kind = ? order by position')
    .pluck()
  const open = stages.all('open')
  const stage = kind === 'open' ? open[Math.floor(dice() * open.length)] : stages.get(kind)
  if (stage === undefined) return
  const leadId = sqlite
    .prepare<unknown[], number>(
      `insert into leads (contact_id, conversation_id, stage_id, position, title, value_minor, currency,
         owner_id, source, lost_reason, created_at, updated_at, stage_changed_at, closed_at)
       select ?, ?, ?, ?, ?, ?, currency, ?, (select source from contacts where id = ?), ?, ?, ?, ?, ?
       from company returning id`,
    )
    .pluck()
    .get(
      ...[contactId, id, stage, dice(), product?.name ?? '', product?.priceMinor ?? null, memberId],
      ...[contactId, kind === 'lost' ? 'Too expensive' : '', at - HOUR_MS, at, at],
      kind === 'open' ? null : at,
    ) as number
  addWay(db, { leadId, way: [...open.slice(0, open.indexOf(stage) + 1 || 3), stage], memberId, at })
}

/** Stage by stage, within the hour before. */
function addWay(
  db: TenantDb,
  lead: { leadId: number; way: number[]; memberId: number; at: number },
): void {
  const { leadId, memberId, at } = lead
  const way = [...new Set(lead.way)]
  const insert = sqliteOf(db).prepare(
    `insert into lead_stage_changes (lead_id, from_stage_id, to_stage_id, by_kind, by_member_id, at)
     values (?, ?, ?, ?, ?, ?)`,
  )
  way.forEach((stage, index) => {
    const by = index === 0 ? ['system', null] : ['member', memberId]
    const when = at - HOUR_MS + Math.round((HOUR_MS * index) / Math.max(1, way.length - 1))
    insert.run(leadId, way[index - 1] ?? null, stage, ...by, when)
  })
}

function event(
  db: TenantDb,
  id: number,
  what: { kind: string; at: number; memberId?: number | null; data?: Record<string, unknown> },
): void {
  const { kind, at, memberId = null, data = {} } = what
  sqliteOf(db)
    .prepare(
      `insert into conversation_events (conversation_id, kind, actor_kind, actor_member_id, data_json, at)
       values (?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      kind,
      memberId ? 'member' : kind === 'opened' ? 'contact' : 'ai',
      memberId,
      JSON.stringify(data),
      at,
    )
}
