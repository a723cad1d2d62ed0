/** How a figure's `sum` is to be read; `none` counts rows only. */
export type ValueKind = 'none' | 'money' | 'duration' | 'rating' | 'quantity'

/**
 * A figure, said once: its rows. The roll-up of a day, the figure of today, the list behind a
 * figure and the recount all come from this one statement, so they cannot differ.
 */
export type Metric = {
  from: string
  where: string
  /** when it happened, UTC ms; an index begins with it */
  at: string
  /** unique among the metric's rows of one key */
  id: string
  conversation: string
  contact: string
  kind: ValueKind
  value: string
  /** what it may be split by: a text that is never null, '' for none */
  dimensions: Record<string, string>
  /** also split by the hour of the company's day */
  hasHours?: boolean
}

const channelOf = (alias: string) => ({ channel: `coalesce(${alias}.channel, '')` })
const memberOf = (column: string) => ({ member: `coalesce(cast(${column} as text), '')` })

/** How long something took, in steps that people think in. */
const speedOf = (duration: string) => ({
  speed: `case when ${duration} < 60000 then '1m' when ${duration} < 300000 then '5m'
    when ${duration} < 900000 then '15m' when ${duration} < 3600000 then '1h'
    when ${duration} < 14400000 then '4h' when ${duration} < 86400000 then '1d'
    when ${duration} < 259200000 then '3d' else 'more' end`,
})

export const speeds = ['1m', '5m', '15m', '1h', '4h', '1d', '3d', 'more'] as const

const hoursOf = {
  hours: `case f.asked_in_hours when 1 then 'in' when 0 then 'out' else 'unknown' end`,
}

const ofConversation = { conversation: 'c.id', contact: 'c.contact_id' }
const noValue = { kind: 'none', value: '0' } as const
const moneyIn = (amount: string, currency: string) =>
  `case when ${currency} = (select company.currency from company) then ${amount} else 0 end`

/** Who dealt with a conversation, as far as it has come. */
const handled = `case when f.first_inbound_at is null then 'ours'
  when f.first_human_at is not null then 'person' when f.first_ai_at is null then 'nobody'
  when f.handed_over_at is not null then 'waiting' else 'assistant' end`

const sinceOpened = `e.at - coalesce((select max(o.at) from conversation_events o
  where o.conversation_id = e.conversation_id and o.kind in ('opened', 'reopened')
    and o.at <= e.at), c.created_at)`

export const metrics = {
  conversations: {
    ...{ from: 'conversations c left join conversation_facts f on f.conversation_id = c.id' },
    ...{ where: '1', at: 'c.created_at', id: 'c.id', ...ofConversation },
    ...noValue,
    hasHours: true,
    dimensions: {
      ...channelOf('c'),
      ...{ handled, inquiry: `coalesce(f.inquiry_type, '')` },
      sentiment: `coalesce(f.sentiment, '')`,
    },
  },
  messages_in: {
    from: `messages m join endpoints p on p.id = m.endpoint_id`,
    ...{ where: `m.direction = 'inbound' and m.type <> 'system'`, at: 'm.sort_at', id: 'm.id' },
    ...{ conversation: 'm.conversation_id', contact: 'null', ...noValue, hasHours: true },
    dimensions: channelOf('p'),
  },
  messages_out: {
    from: `messages m join endpoints p on p.id = m.endpoint_id`,
    where: `m.direction = 'outbound' and m.type <> 'system'`,
    ...{ at: 'm.sort_at', id: 'm.id', conversation: 'm.conversation_id', contact: 'null' },
    ...noValue,
    dimensions: { by: 'm.author_kind', ...memberOf('m.author_member_id'), ...channelOf('p') },
  },
  first_reply: {
    from: `conversation_facts f join conversations c on c.id = f.conversation_id
      join messages m on m.id = f.first_reply_id`,
    ...{ where: '1', at: 'f.first_reply_at', id: 'c.id', ...ofConversation },
    ...{ kind: 'duration', value: 'f.first_reply_at - f.first_inbound_at' },
    dimensions: {
      by: 'm.author_kind',
      ...memberOf('m.author_member_id'),
      ...channelOf('c'),
      ...hoursOf,
      ...speedOf('(f.first_reply_at - f.first_inbound_at)'),
    },
  },
  human_reply: {
    from: `conversation_facts f join conversations c on c.id = f.conversation_id
      join messages m on m.id = f.first_human_id`,
    ...{ where: '1', at: 'f.first_human_at', id: 'c.id', ...ofConversation },
    ...{ kind: 'duration', value: 'f.first_human_at - f.first_inbound_at' },
    dimensions: {
      ...memberOf('m.author_member_id'),
      ...channelOf('c'),
      ...hoursOf,
      ...speedOf('(f.first_human_at - f.first_inbound_at)'),
    },
  },
  closed: {
    from: `conversation_events e join conversations c on c.id = e.conversation_id
      left join conversation_facts f on f.conversation_id = e.conversation_id`,
    ...{ where: `e.kind = 'closed'`, at: 'e.at', id: 'e.id', ...ofConversation },
    ...{ kind: 'duration', value: sinceOpened },
    dimensions: {
      outcome: `coalesce(json_extract(e.data_json, '$.outcome'), 'none')`,
      ...memberOf('e.actor_member_id'),
      ...channelOf('c'),
      ...hoursOf,
      ...speedOf(`(${sinceOpened})`),
    },
  },
  handed_over: {
    from: 'conversation_events e join conversations c on c.id = e.conversation_id',
    ...{ where: `e.kind = 'handed_over'`, at: 'e.at', id: 'e.id', ...ofConversation, ...noValue },
    dimensions: {
      reason: `coalesce(json_extract(e.data_json, '$.reason'), '')`,
      ...channelOf('c'),
    },
  },
  sales: {
    ...{ from: 'sales s', where: 's.voided_at is null', at: 's.at', id: 's.id' },
    ...{ conversation: 's.conversation_id', contact: 's.contact_id', kind: 'money' },
    value: moneyIn('s.amount_minor', 's.currency'),
    dimensions: { ...memberOf('s.member_id'), ...channelOf('s'), method: 's.payment_method' },
  },
  products_sold: {
    ...{ from: 'sale_items i join sales s on s.id = i.sale_id', where: 's.voided_at is null' },
    ...{ at: 's.at', id: 's.id * 1000 + i.position', conversation: 's.conversation_id' },
    ...{ contact: 's.contact_id', kind: 'money' },
    value: moneyIn('i.quantity * i.unit_price_minor', 's.currency'),
    dimensions: { product: 'i.name' },
  },
  units_sold: {
    ...{ from: 'sale_items i join sales s on s.id = i.sale_id', where: 's.voided_at is null' },
    ...{ at: 's.at', id: 's.id * 1000 + i.position', conversation: 's.conversation_id' },
    ...{ contact: 's.contact_id', kind: 'quantity', value: 'i.quantity' },
    dimensions: { product: 'i.name' },
  },
  products_discussed: {
    from: 'conversation_products d join conversations c on c.id = d.conversation_id',
    ...{ where: '1', at: 'd.at', id: 'c.id * 1000000 + d.product_id', ...ofConversation },
    ...noValue,
    dimensions: { product: 'd.name' },
  },
  surveys_sent: {
    ...{ from: 'csat_surveys s', where: '1', at: 's.sent_at', id: 's.id' },
    ...{ conversation: 's.conversation_id', contact: 's.contact_id', ...noValue },
    dimensions: { ...memberOf('s.member_id'), ...channelOf('s') },
  },
  ratings: {
    ...{ from: 'csat_surveys s', where: 's.rating is not null', at: 's.answered_at', id: 's.id' },
    ...{ conversation: 's.conversation_id', contact: 's.contact_id' },
    ...{ kind: 'rating', value: 's.rating' },
    dimensions: { rating: 'cast(s.rating as text)', ...memberOf('s.member_id'), ...channelOf('s') },
  },
  leads: {
    ...{ from: 'leads l join lead_stages g on g.id = l.stage_id', where: '1' },
    ...{ at: 'l.created_at', id: 'l.id', conversation: 'l.conversation_id' },
    ...{ contact: 'l.contact_id', kind: 'money' },
    value: moneyIn('coalesce(l.value_minor, 0)', 'l.currency'),
    dimensions: { state: 'g.kind', source: 'l.source', ...memberOf('l.owner_id') },
  },
  leads_reached: {
    from: `leads l join lead_stages g on g.kind <> 'lost' and g.position <= coalesce(
      (select max(v.position) from lead_stages v where v.kind <> 'lost' and (v.id = l.stage_id
        or v.id in (select h.to_stage_id from lead_stage_changes h where h.lead_id = l.id)
        or v.id in (select h.from_stage_id from lead_stage_changes h where h.lead_id = l.id))),
      (select min(v.position) from lead_stages v where v.kind <> 'lost'))`,
    ...{ where: '1', at: 'l.created_at', id: 'l.id', conversation: 'l.conversation_id' },
    ...{ contact: 'l.contact_id', ...noValue },
    dimensions: { stage: 'cast(g.id as text)' },
  },
  answers: {
    ...{ from: 'ai_answers a', where: `a.outcome not in ('suggested', 'pending')` },
    ...{ at: 'a.created_at', id: 'a.id', conversation: 'a.conversation_id', contact: 'null' },
    ...noValue,
    dimensions: { outcome: 'a.outcome' },
  },
  suggestions: {
    ...{ from: 'ai_answers a', where: `a.outcome = 'suggested'`, at: 'a.created_at', id: 'a.id' },
    ...{ conversation: 'a.conversation_id', contact: 'null', ...noValue },
    dimensions: {
      used: `case when exists (select 1 from messages m where m.conversation_id = a.conversation_id
        and m.sort_at between a.created_at and a.created_at + 3600000
        and m.author_kind = 'member' and trim(m.text) = trim(a.reply)) then 'yes' else 'no' end`,
      ...memberOf('a.requested_by_member_id'),
    },
  },
} as const satisfies Record<string, Metric>

export type MetricName = keyof typeof metrics

export const metricNames = Object.keys(metrics) as MetricName[]

export function getMetric(name: MetricName): Metric {
  return metrics[name]
}

/** What a figure may be split by, `all` for not at all. */
export function dimensionsOf(name: MetricName): string[] {
  const { dimensions, hasHours } = getMetric(name)
  return ['all', ...Object.keys(dimensions), ...(hasHours ? ['hour'] : [])]
}

/** The rows of a metric in a span of time; two parameters: from, to (UTC ms, to excluded). */
export function rowsOf({ from, where, at }: Metric): string {
  return `from ${from} where ${at} >= ? and ${at} < ? and ${where}`
}
