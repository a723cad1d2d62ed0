import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contactFieldValues, customFields } from './schema.server.ts'

const FIELDS_MAX = 40

export type CustomField = {
  id: number
  key: string
  name: string
  type: 'text' | 'number' | 'date' | 'choice' | 'yes_no'
  choices: string[]
}

/** The company's own fields of a contact, in their order; archived ones are left out. */
export function listFields(db: TenantDb): CustomField[] {
  return db
    .select()
    .from(customFields)
    .where(isNull(customFields.archivedAt))
    .orderBy(asc(customFields.position), asc(customFields.id))
    .all()
    .map(({ id, key, name, type, choicesJson }) => ({
      ...{ id, key, name, type },
      choices: JSON.parse(choicesJson) as string[],
    }))
}

/** Values per contact: contact id → field id → value. */
export function listFieldValues(
  db: TenantDb,
  contactIds: number[],
): Map<number, Record<number, string>> {
  const rows = db
    .select()
    .from(contactFieldValues)
    .where(inArray(contactFieldValues.contactId, contactIds))
    .all()
  const values = new Map<number, Record<number, string>>()
  for (const { contactId, fieldId, value } of rows) {
    values.set(contactId, { ...values.get(contactId), [fieldId]: value })
  }
  return values
}

/** Writes one value; an empty one is taken away. The value is parsed already. */
export function setFieldValue(
  db: TenantDb,
  about: { contactId: number; fieldId: number; value: string },
): void {
  const { contactId, fieldId, value } = about
  if (value === '') {
    db.delete(contactFieldValues)
      .where(
        and(eq(contactFieldValues.contactId, contactId), eq(contactFieldValues.fieldId, fieldId)),
      )
      .run()
    return
  }
  const updatedAt = Date.now()
  db.insert(contactFieldValues)
    .values({ contactId, fieldId, value, updatedAt })
    .onConflictDoUpdate({
      target: [contactFieldValues.contactId, contactFieldValues.fieldId],
      set: { value, updatedAt },
    })
    .run()
}

export type FieldEdit = { name: string; type: CustomField['type']; choices: string[] }
export type SaveFieldResult =
  | { ok: true; id: number }
  | { ok: false; reason: 'not_found' | 'choices_required' | 'name_taken' | 'too_many_fields' }

/**
 * Makes a field, or renames one and changes its choices. The type of a field stays: values are
 * kept as that type.
 */
export function saveField(
  db: TenantDb,
  member: SignedInMember,
  edit: FieldEdit & { id?: number },
): SaveFieldResult {
  return inTransaction(db, () => {
    const all = listFields(db)
    const known = all.find((field) => field.id === edit.id)
    if (edit.id !== undefined && !known) return { ok: false, reason: 'not_found' }
    const type = known?.type ?? edit.type
    if (type === 'choice' && edit.choices.length === 0)
      return { ok: false, reason: 'choices_required' }
    const isSame = (field: CustomField) => field.name.toLowerCase() === edit.name.toLowerCase()
    if (all.some((field) => field.id !== edit.id && isSame(field)))
      return { ok: false, reason: 'name_taken' }
    if (!known && all.length >= FIELDS_MAX) return { ok: false, reason: 'too_many_fields' }
    const id = known ? update(db, known.id, edit) : insert(db, edit)
    audit(db, member, known ? 'contact_field.changed' : 'contact_field.created', id, edit.name)
    return { ok: true, id }
  })
}

/** Takes a field out of every form and list; its values stay in the file. */
export function archiveField(db: TenantDb, member: SignedInMember, id: number): boolean {
  return inTransaction(db, () => {
    const field = listFields(db).find((one) => one.id === id)
    if (!field) return false
    db.update(customFields).set({ archivedAt: Date.now() }).where(eq(customFields.id, id)).run()
    audit(db, member, 'contact_field.archived', id, field.name)
    return true
  })
}

function update(db: TenantDb, id: number, { name, choices }: FieldEdit): number {
  db.update(customFields)
    .set({ name, choicesJson: JSON.stringify(choices) })
    .where(eq(customFields.id, id))
    .run()
  return id
}

function insert(db: TenantDb, { name, type, choices }: FieldEdit): number {
  const last = db
    .select({ at: max(customFields.position) })
    .from(customFields)
    .get()
  const position = (last?.at ?? 0) + 1
  const slug = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_')
  return db
    .insert(customFields)
    .values({
      ...{ key: `${slug.slice(0, 40)}_${position}`, name, type, position },
      ...{ choicesJson: JSON.stringify(choices), createdAt: Date.now() },
    })
    .returning({ id: customFields.id })
    .get().id
}

function audit(
  db: TenantDb,
  member: SignedInMember,
  action: string,
  subjectId: number,
  name: string,
): void {
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  recordAudit(db, actor, { action, subjectKind: 'contact_field', subjectId, details: { name } })
}
