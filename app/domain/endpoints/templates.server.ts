import { and, asc, eq, ne, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { TemplateUse } from '#app/domain/conversations/outbound.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { changeOf, inForce } from '#app/domain/templates/settle.server.ts'
import { NEW } from '#app/domain/templates/state.ts'
import { messageTemplates } from './schema.server.ts'

export type TemplateRow = typeof messageTemplates.$inferSelect

/** What the composer shows: the words, and a field for each variable. */
export type TemplateForm = {
  id: number
  name: string
  language: string
  category: string
  /** APPROVED, PENDING, REJECTED, PAUSED, DISABLED … as the vendor says */
  status: string
  header: string | null
  /** a picture, film or document stands above the words */
  hasMediaHeader: boolean
  /** what it shows; none for a template made elsewhere */
  headerFileId: number | null
  body: string
  footer: string | null
  headerVariables: string[]
  bodyVariables: string[]
  /** a button of it wants something that a composer cannot give: a code, a part of an address */
  hasOpenButtons: boolean
}

export type NewTemplate = {
  providerId: string | null
  name: string
  language: string
  category: string
  status: string
  components: unknown[]
}

const component = z.looseObject({
  type: z.string(),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(z.looseObject({ type: z.string(), url: z.string().optional() })).optional(),
})

/** Replaces an endpoint's templates with the vendor's list. */
export function saveTemplates(db: TenantDb, endpointId: number, templates: NewTemplate[]): void {
  inTransaction(db, () => {
    const syncedAt = Date.now()
    const kept = templates.map((template) => saveTemplate(db, endpointId, template, syncedAt))
    db.delete(messageTemplates)
      .where(
        and(
          ...[eq(messageTemplates.endpointId, endpointId), notInArray(messageTemplates.id, kept)],
          // What the vendor has not heard of yet is not gone.
          ne(messageTemplates.status, NEW),
        ),
      )
      .run()
    recordChange(db, 'endpoint.changed', { data: { endpointId } })
  })
}

/** Templates of an endpoint by name, with what the composer needs. */
export function listTemplates(db: TenantDb, endpointId: number): TemplateForm[] {
  return db
    .select()
    .from(messageTemplates)
    .where(eq(messageTemplates.endpointId, endpointId))
    .orderBy(asc(messageTemplates.name), asc(messageTemplates.language))
    .all()
    .map(toTemplateForm)
}

export function findTemplate(
  db: TenantDb,
  endpointId: number,
  name: string,
  language: string,
): TemplateForm | undefined {
  const row = db
    .select()
    .from(messageTemplates)
    .where(isNamed(endpointId, name, language))
    .get()
  return row && toTemplateForm(row)
}

/** The vendor changed its mind about a template. @returns false when it is not one of ours */
export function setTemplateStatus(
  db: TenantDb,
  endpointId: number,
  news: { name: string; language: string; status: string; reason?: string },
): boolean {
  const { name, language, reason } = news
  const row = db
    .select()
    .from(messageTemplates)
    .where(isNamed(endpointId, name, language))
    .get()
  if (!row) return false
  const status = news.status.toUpperCase()
  // A review may be faster than the answer to the request: then what was asked for holds.
  const taken = row.changeState === 'submitting' ? inForce(changeOf(row)) : {}
  const isRefusal = ['REJECTED', 'PAUSED', 'DISABLED'].includes(status)
  db.update(messageTemplates)
    .set({ ...taken, status, rejectedReason: isRefusal ? (reason ?? null) : null })
    .where(eq(messageTemplates.id, row.id))
    .run()
  recordChange(db, 'endpoint.changed', { data: { endpointId } })
  return true
}

/**
 * The words as the customer will read them.
 *
 * @returns undefined when values are missing, empty or too many
 */
export function renderTemplate(form: TemplateForm, use: TemplateUse): string | undefined {
  const header = fill(form.header ?? '', form.headerVariables, use.headerVariables ?? [])
  const body = fill(form.body, form.bodyVariables, use.variables)
  if (header === undefined || body === undefined) return undefined
  return [header, body, form.footer ?? ''].filter((part) => part !== '').join('\n\n')
}

/** The body's values in the order of its variables. */
export function orderedVariables(form: TemplateForm, use: TemplateUse): string[] {
  return Array.isArray(use.variables)
    ? use.variables
    : form.bodyVariables.map((name) => (use.variables as Record<string, string>)[name] ?? '')
}

function fill(
  text: string,
  names: string[],
  given: string[] | Record<string, string>,
): string | undefined {
  const values = Array.isArray(given) ? given : names.map((name) => given[name] ?? '')
  if (values.length !== names.length || values.some((value) => value.trim() === '')) {
    return undefined
  }
  return text.replace(VARIABLE, (_, name: string) => values[names.indexOf(name)] ?? '')
}

function toTemplateForm(row: TemplateRow): TemplateForm {
  const parsed = z.array(component).safeParse(JSON.parse(row.componentsJson))
  const parts = parsed.success ? parsed.data : []
  const part = (type: string) => parts.find((one) => one.type.toUpperCase() === type)
  const header = part('HEADER')
  const isText = (header?.format ?? 'TEXT').toUpperCase() === 'TEXT'
  const { id, name, language, category, status } = row
  return {
    ...{ id, name, language, category, status },
    header: isText ? (header?.text ?? null) : null,
    hasMediaHeader: !isText,
    headerFileId: row.headerFileId,
    body: part('BODY')?.text ?? '',
    footer: part('FOOTER')?.text ?? null,
    headerVariables: isText ? variablesOf(header?.text) : [],
    bodyVariables: variablesOf(part('BODY')?.text),
    hasOpenButtons: (part('BUTTONS')?.buttons ?? []).some(isOpen),
  }
}

/** Buttons that stand as they are approved. */
const FIXED_BUTTONS = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER']

function isOpen({ type, url }: { type: string; url?: string | undefined }): boolean {
  return !FIXED_BUTTONS.includes(type.toUpperCase()) || variablesOf(url).length > 0
}

const VARIABLE = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g

function variablesOf(text: string | undefined): string[] {
  return [...new Set([...(text ?? '').matchAll(VARIABLE)].map((match) => match[1] ?? ''))]
}

function saveTemplate(
  db: TenantDb,
  endpointId: number,
  { components, ...template }: NewTemplate,
  syncedAt: number,
): number {
  const row = { ...template, componentsJson: JSON.stringify(components), syncedAt }
  const { endpointId: endpoint, name, language } = messageTemplates
  return db
    .insert(messageTemplates)
    .values({ endpointId, ...row })
    .onConflictDoUpdate({ target: [endpoint, name, language], set: row })
    .returning({ id: messageTemplates.id })
    .get().id
}

function isNamed(endpointId: number, name: string, language: string) {
  return and(
    eq(messageTemplates.endpointId, endpointId),
    eq(messageTemplates.name, name),
    eq(messageTemplates.language, language),
  )
}
