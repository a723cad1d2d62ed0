import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { setConsent } from '#app/domain/contacts/consent.server.ts'
import { parseFieldValue } from '#app/domain/contacts/field-values.ts'
import { setFieldValue } from '#app/domain/contacts/fields.server.ts'
import type { CustomField } from '#app/domain/contacts/fields.server.ts'
import { findContactLanguage } from '#app/domain/contacts/languages.ts'
import { parsePhone } from '#app/domain/contacts/phone-numbers.ts'
import { reachableContacts } from '#app/domain/contacts/reach.server.ts'
import { contacts, contactTags } from '#app/domain/contacts/schema.server.ts'
import { tags } from '#app/domain/labels/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ImportMapping } from './mapping.ts'

const NAME_MAX = 120
const TAGS_MAX = 20

export type ImportRules = {
  importer: Actor
  mapping: ImportMapping
  duplicates: 'update' | 'skip'
  fields: CustomField[]
  /** whether the plan allows another contact; those known already are brought up to date all the same */
  hasRoom: boolean
}

/** `reason` is `code` or `code:column`, the column counted from 0. */
export type ImportedRow =
  { ok: true; outcome: 'created' | 'updated' | 'skipped' } | { ok: false; reason: string }

type Parsed = {
  columns: Partial<typeof contacts.$inferInsert>
  tags: string[]
  fields: [fieldId: number, value: string][]
  agreesToMarketing: boolean | undefined
}

/** Writes one row of a file: a new contact, or what it adds to one that is there already. */
export function importRow(db: TenantDb, rules: ImportRules, cells: string[]): ImportedRow {
  const parsed = parseRow(rules, cells)
  if (typeof parsed === 'string') return { ok: false, reason: parsed }
  const { name, phone, email } = parsed.columns
  if (!name && !phone && !email) return { ok: false, reason: 'nothing_known' }
  const known = findKnown(db, rules.importer, parsed.columns)
  if (known !== undefined && rules.duplicates === 'skip') return { ok: true, outcome: 'skipped' }
  if (known === undefined && !rules.hasRoom) return { ok: false, reason: 'limit_contacts' }
  const now = Date.now()
  const id = known ?? insertContact(db, rules.importer, parsed, now)
  if (known !== undefined) {
    db.update(contacts)
      .set({ ...parsed.columns, updatedAt: now })
      .where(eq(contacts.id, known))
      .run()
  }
  saveParts(db, id, parsed, now)
  return { ok: true, outcome: known === undefined ? 'created' : 'updated' }
}

function parseRow(rules: ImportRules, cells: string[]): Parsed | string {
  const parsed: Parsed = { columns: {}, tags: [], fields: [], agreesToMarketing: undefined }
  for (const [column, target] of rules.mapping.entries()) {
    const text = cells[column]?.trim() ?? ''
    if (!target || text === '') continue
    const problem = readCell(parsed, rules, target, text)
    if (problem) return `${problem}:${column}`
  }
  return parsed
}

/** @returns why the cell does not fit, or undefined */
function readCell(
  parsed: Parsed,
  rules: ImportRules,
  target: NonNullable<ImportMapping[number]>,
  text: string,
): string | undefined {
  const { columns } = parsed
  switch (target) {
    case 'phone':
      columns.phone = parsePhone(withZero(text))?.e164
      return columns.phone ? undefined : 'invalid_phone'
    case 'email':
      columns.email = text.toLowerCase()
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254
        ? undefined
        : 'invalid_email'
    case 'language':
      columns.language = findContactLanguage(text)
      return columns.language ? undefined : 'unknown_language'
    case 'tags':
      parsed.tags = text.split(/[;,|]/).flatMap((one) => one.trim().slice(0, 40) || [])
      return undefined
    case 'marketing': {
      const yes = parseFieldValue({ type: 'yes_no', choices: [] }, text)
      if (!yes.ok) return yes.reason
      parsed.agreesToMarketing = yes.value === 'yes'
      return undefined
    }
    case 'notes':
      columns.notes = text
      return undefined
    case 'name':
    case 'location':
    case 'source':
    case 'campaign':
      columns[target] = text.slice(0, NAME_MAX)
      return undefined
    default: {
      const field = rules.fields.find((one) => `field:${one.id}` === target)
      if (!field) return undefined
      const value = parseFieldValue(field, text)
      if (!value.ok) return value.reason
      parsed.fields.push([field.id, value.value])
      return undefined
    }
  }
}

/** A sheet takes the zero from 0711… and leaves nine digits. */
function withZero(text: string): string {
  return /^[17]\d{8}$/.test(text.replace(/[\s-]/g, '')) ? `0${text}` : text
}

/** By number first, then by e-mail; only among those the importer may see. */
function findKnown(
  db: TenantDb,
  importer: Actor,
  { phone, email }: Parsed['columns'],
): number | undefined {
  const reach = reachableContacts(db, importer)
  const find = (condition: SQL) =>
    db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(condition, reach))
      .orderBy(contacts.id)
      .limit(1)
      .get()?.id
  const digits = phone?.slice(1)
  const byIdentity = sql`${contacts.id} in (select contact_id from contact_identities
    where channel = 'whatsapp-cloud' and kind = 'phone' and external_id = ${digits ?? ''})`
  return (
    (phone ? (find(eq(contacts.phone, phone)) ?? find(byIdentity)) : undefined) ??
    (email ? find(sql`lower(${contacts.email}) = ${email}`) : undefined)
  )
}

function insertContact(db: TenantDb, importer: Actor, { columns }: Parsed, now: number): number {
  return db
    .insert(contacts)
    .values({ ...columns, createdBy: importer.id, createdAt: now, updatedAt: now })
    .returning({ id: contacts.id })
    .get().id
}

function saveParts(db: TenantDb, contactId: number, parsed: Parsed, at: number): void {
  for (const name of parsed.tags.slice(0, TAGS_MAX)) {
    const tagId = tagIdOf(db, name, at)
    db.insert(contactTags).values({ contactId, tagId, at }).onConflictDoNothing().run()
  }
  for (const [fieldId, value] of parsed.fields) setFieldValue(db, { contactId, fieldId, value })
  if (parsed.agreesToMarketing === undefined) return
  const state = parsed.agreesToMarketing ? 'granted' : 'withdrawn'
  const about = { contactId, channel: 'whatsapp-cloud', category: 'marketing' } as const
  // A file does not talk over what the customer said: their own STOP stands.
  if (state === 'granted' && hasRefused(db, contactId)) return
  setConsent(db, { ...about, state, source: 'import', at })
}

function hasRefused(db: TenantDb, contactId: number): boolean {
  const row = db.get<{ one: number } | undefined>(
    sql`select 1 as one from contact_consents where contact_id = ${contactId}
      and channel = 'whatsapp-cloud' and state = 'withdrawn' and source = 'message' limit 1`,
  )
  return row !== undefined
}

function tagIdOf(db: TenantDb, name: string, createdAt: number): number {
  const known = db
    .select({ id: tags.id })
    .from(tags)
    .where(sql`${tags.name} = ${name} collate nocase`)
    .get()
  return (
    known?.id ?? db.insert(tags).values({ name, createdAt }).returning({ id: tags.id }).get().id
  )
}
