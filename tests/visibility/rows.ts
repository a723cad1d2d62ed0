import type { Column, Table } from './tables.ts'

export type Value = string | number | null | Buffer
export type Row = Record<string, Value>

export const NOW = Date.UTC(2026, 10, 18, 9, 0)

/** Columns in which people's own words stand, where the schema lets them be empty. */
const WORDS =
  /^(name|title|text|reason|notes?|comment|description|location|source|campaign|email|transcript|value|file_name|what_worked|void_reason|decision_reason|closed_reason|lost_reason|next_action|previous_text|summary|state_reason|needs_person_reason|site_name|external_id|username)$/

/** Where a made-up value would mean nothing to the product. */
const FIXED: Record<string, Record<string, (mark: string, id: number) => Value>> = {
  contacts: {
    phone: (_mark, id) => `+25470${id}`,
    email: (mark) => `${mark}@example.com`,
    language: () => 'en',
    last_message_at: () => NOW,
  },
  contact_identities: { channel: () => 'whatsapp-cloud', external_id: (_mark, id) => `25470${id}` },
  contact_consents: { channel: () => 'whatsapp-cloud', category: () => '*' },
  contact_consent_changes: { channel: () => 'whatsapp-cloud', category: () => '*' },
  contact_merges: { undo_json: () => '{}' },
  conversations: {
    ...{ channel: () => 'whatsapp-cloud', last_message_at: () => NOW, unanswered_since: () => NOW },
    ...{ needs_person_at: () => NOW, queued_at: () => NOW, last_inbound_provider_at: () => NOW },
  },
  messages: {
    ...{ direction: () => 'inbound', author_kind: () => 'contact', type: () => 'text' },
    ...{ status: () => 'received', provider_id: (mark) => mark },
  },
  message_media: { mime_type: () => 'text/plain', state: () => 'stored' },
  message_translations: { language: () => 'sw', source_language: () => 'en' },
  message_links: { url: (mark) => `https://links.example/${mark.replace(/mark.*/, '')}` },
  link_previews: {
    url: (mark) => `https://links.example/${mark.replace(/mark.*/, '')}`,
    ...{ state: () => 'ready', expires_at: () => NOW * 2, image_file_id: () => null },
  },
  files: {
    ...{ purpose: () => 'message', mime_type: () => 'text/plain', byte_size: () => 4 },
    ...{ storage_key: (mark) => mark, sha256: () => '0'.repeat(64) },
  },
  conversation_events: { kind: () => 'assigned', data_json: () => '{}' },
  conversation_facts: { first_inbound_at: () => NOW },
  leads: { currency: () => 'KES', value_minor: () => 1000, next_action_at: () => NOW },
  lead_field_values: { field: () => 'adults', source: () => 'ai' },
  sales: { currency: () => 'KES', amount_minor: (_mark, id) => id, at: () => NOW },
  csat_surveys: {
    ...{ channel: () => 'whatsapp-cloud', state: () => 'answered', rating: () => 2 },
    ...{ answered_at: () => NOW, sent_at: () => NOW },
  },
  sla_clocks: { breached_at: () => NOW, target_minutes: () => 10 },
  notifications: { kind: () => 'assigned', data_json: (mark) => JSON.stringify({ by: mark }) },
  scheduled_messages: { content_json: (mark) => JSON.stringify({ kind: 'text', text: mark }) },
  tasks: { kind: () => 'reminder' },
  drafts: { kind: () => 'reply' },
  saved_views: { query: () => 'tab=all' },
  bulk_actions: { kind: () => 'close', rows_json: () => '{"order":{"kind":"closure"},"rows":[]}' },
  contact_imports: { state: () => 'mapping', duplicates: () => 'skip' },
  contact_import_rows: { cells_json: () => '[]' },
  contact_import_rejections: { row_json: () => '[]' },
  macros: { actions_json: () => '[]' },
  macro_runs: { steps_json: () => '[]' },
  ai_answers: { outcome: () => 'sent', writer: () => 'builtin', reply: (mark) => mark },
  custom_fields: { key: () => 'branch', type: () => 'text' },
  products: { currency: () => 'KES' },
  // Of the one product, which has the same number.
  negotiation_limits: { product_id: (_mark, id) => id },
  sample_conversations: { turns_json: () => '[]' },
  holidays: { day: () => '2026-12-12' },
  push_subscriptions: { endpoint: (mark) => `https://push.example/${mark}` },
}

/**
 * A row that the schema accepts: its owner's word in every text, its owner's rows behind every
 * reference, and else whatever the schema allows.
 */
export function makeRow(
  table: Table,
  with_: { id: number; group: string; refer: (column: Column) => Value },
): Row {
  const row: Row = {}
  for (const column of table.columns) {
    const mark = `${with_.group}mark${table.name}${column.name}`.replace(/_/g, '')
    const fixed = FIXED[table.name]?.[column.name]
    const value = fixed ? fixed(mark, with_.id) : valueOf(column, mark, with_)
    if (value !== undefined) row[column.name] = value
  }
  return row
}

function valueOf(
  column: Column,
  mark: string,
  { id, refer }: { id: number; refer: (column: Column) => Value },
): Value | undefined {
  const { name, type, isRequired, hasDefault, isKey, refersTo, choices } = column
  if (refersTo) return refer(column)
  if (name === 'id' || (isKey && type === 'INTEGER' && !name.includes('position'))) return id
  if (choices) return hasDefault || !isRequired ? undefined : choices[0]
  if (type === 'TEXT' && (WORDS.test(name) || (isRequired && !hasDefault)))
    return textOf(name, mark)
  if (type === 'TEXT' && isKey) return mark
  if (!isRequired || hasDefault) return undefined
  if (type === 'BLOB') return Buffer.from(mark)
  return /_(at|until|from)$|^at$/.test(name) ? NOW : 1
}

function textOf(name: string, mark: string): string {
  return name.endsWith('_json') ? '{}' : mark
}
