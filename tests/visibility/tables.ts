import type { Sqlite } from '#app/tenancy/sqlite.server.ts'

export type Column = {
  name: string
  type: string
  isRequired: boolean
  hasDefault: boolean
  isKey: boolean
  /** the table it refers to */
  refersTo?: string
  /** what a check allows */
  choices?: string[]
}

/**
 * What a table's rows belong to: a conversation, a contact, one member, or the whole company.
 * `internal` rows are the product's own bookkeeping, written by nobody's page.
 */
export type Level = 'conversation' | 'contact' | 'member' | 'company' | 'internal'
export type Table = { name: string; level: Level; columns: Column[] }

const INTERNAL = new Set([
  ...['tenant_meta', 'company', 'jobs', 'changes', 'members', 'member_sessions', 'member_tokens'],
  ...['report_days', 'report_dirty', 'report_state', 'rotation', 'ai_spend', 'audit_log'],
  ...['embedding_models', 'passage_vectors', 'passages', 'passages_vocabulary', 'knowledge_state'],
  ...['inbound_events', 'early_statuses', 'web_chat_visitors', 'contact_distinctions', 'endpoints'],
  ...['erasures'],
])

/** Where the columns alone do not say whose a row is. */
const KNOWN_LEVELS: Record<string, Level> = {
  ...{ files: 'conversation', link_previews: 'conversation', conversation_merges: 'conversation' },
  // A lead is known to whoever knows its contact, whichever conversation it came from.
  ...{ leads: 'contact', holidays: 'company', canned_response_files: 'company' },
  // Of the company's knowledge, whoever gave it.
  ...{ document_versions: 'company', staff_facts: 'company', guidelines: 'company' },
  ...{ sample_conversations: 'company', knowledge_conflicts: 'company' },
}

/** References that the schema does not declare. */
const SOFT_REFERENCES: Record<string, string> = {
  ...{ conversation_id: 'conversations', contact_id: 'contacts', message_id: 'messages' },
  ...{ lead_id: 'leads', sale_id: 'sales', note_id: 'notes', file_id: 'files' },
  ...{ last_message_id: 'messages', last_inbound_id: 'messages' },
  ...{ last_read_message_id: 'messages', turn_message_id: 'messages' },
  product_id: 'products',
}

/** Every table of a company's file, with whose its rows are; a new one is here because it exists. */
export function readTables(sqlite: Sqlite): Table[] {
  const made = sqlite
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%'
       and name not like '%\\_fts%' escape '\\' and sql not like 'create virtual%'`,
    )
    .all()
  const tables = made.map(({ name, sql }) => ({ name, columns: readColumns(sqlite, name, sql) }))
  const levels = new Map<string, Level>()
  for (const { name } of tables) levelOf(name, tables, levels)
  return tables.map((table) => ({ ...table, level: levels.get(table.name) as Level }))
}

function levelOf(
  name: string,
  tables: { name: string; columns: Column[] }[],
  levels: Map<string, Level>,
): Level {
  const known = levels.get(name)
  if (known) return known
  levels.set(name, 'company')
  const columns = tables.find((table) => table.name === name)?.columns ?? []
  const level = KNOWN_LEVELS[name] ?? (INTERNAL.has(name) ? 'internal' : fromColumns())
  levels.set(name, level)
  return level

  function fromColumns(): Level {
    const parents = columns.flatMap(({ name: column, refersTo, isKey, isRequired }) =>
      refersTo && refersTo !== name && (isKey || isRequired || /^(conv|contact)/.test(column))
        ? [levelOf(refersTo, tables, levels)]
        : [],
    )
    if (name === 'conversations') return 'conversation'
    if (name === 'contacts') return 'contact'
    if (parents.includes('conversation')) return 'conversation'
    if (parents.includes('contact')) return 'contact'
    const isOwned = columns.some(({ name: column }) => /^(member|owner)_id$/.test(column))
    return isOwned || parents.includes('member') ? 'member' : 'company'
  }
}

function readColumns(sqlite: Sqlite, table: string, sql: string): Column[] {
  const references = new Map(
    (sqlite.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[]).map(
      ({ from, table: to }) => [from, to],
    ),
  )
  type Info = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }
  return (sqlite.pragma(`table_info(${table})`) as Info[]).map((info) => ({
    ...{ name: info.name, type: info.type, isRequired: info.notnull === 1, isKey: info.pk > 0 },
    hasDefault: info.dflt_value !== null,
    refersTo: references.get(info.name) ?? SOFT_REFERENCES[info.name],
    choices: choicesOf(info.name, sql),
  }))
}

function choicesOf(column: string, sql: string): string[] | undefined {
  const list = new RegExp(`check\\s*\\(\\s*${column} in \\(([^)]*)\\)`, 'i').exec(sql)?.[1]
  return list?.split(',').map((choice) => choice.trim().replace(/^'|'$/g, ''))
}
