import type { MessageKey } from '#app/i18n/translate.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { inquiryTypes, sentiments } from '../topics.ts'
import { speeds } from '../metrics.ts'
import type { Label } from '../report.ts'

const words = {
  channel: ['whatsapp-cloud', 'telegram', 'web-chat'],
  by: ['ai', 'member', 'phone', 'system'],
  outcome: ['won', 'lost', 'resolved', 'abandoned', 'none'],
  hours: ['in', 'out', 'unknown'],
  speed: speeds,
  handled: ['assistant', 'waiting', 'person', 'nobody', 'ours'],
  sentiment: sentiments,
  inquiry: inquiryTypes,
  state: ['open', 'won', 'lost'],
  used: ['yes', 'no'],
  method: ['cash', 'mpesa', 'card', 'bank', 'other'],
  answer: ['sent', 'handed_over', 'dropped', 'failed'],
  reason: [
    ...['customer_asked', 'low_confidence', 'assistant_asked', 'voice_message'],
    ...['wordless_message', 'unsupported_message', 'order', 'budget_used_up', 'plan_used_up'],
    ...['no_answer', 'unsourced_claim', 'angry', 'misunderstood', 'vip'],
  ],
} as const

export type Worded = keyof typeof words

/** The words for a value of a dimension; what the data made up stays as it is. */
export function wordOf(kind: Worded, key: string): Label {
  if (key === '') return { key: 'reports.none' }
  const isKnown = (words[kind] as readonly string[]).includes(key)
  return isKnown ? { key: `reports.${kind}.${key}` as MessageKey } : { text: key }
}

export function orderOf(kind: Worded): readonly string[] {
  return words[kind]
}

/** Names of members by the key of figures, those who left too. */
export function readMemberNames(db: TenantDb): (key: string) => Label {
  const rows = db.select({ id: members.id, name: members.name }).from(members).all()
  const names = new Map(rows.map(({ id, name }) => [String(id), name]))
  return (key) => {
    const name = names.get(key)
    return name ? { text: name } : { key: 'reports.nobodys' }
  }
}
