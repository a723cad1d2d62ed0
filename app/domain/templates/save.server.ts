import { and, eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import { findEndpointRow } from '#app/domain/endpoints/connections.server.ts'
import { messageTemplates as t } from '#app/domain/endpoints/schema.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { toComponents } from './content.ts'
import type { TemplateContent } from './content.ts'
import { mayChange, NEW, stateOf } from './state.ts'

export type NewTemplateFields = {
  endpointId: number
  name: string
  language: string
  content: TemplateContent
  headerFileId: number | null
}

export type SaveTemplateResult =
  | { ok: true; id: number }
  | {
      ok: false
      reason: 'not_found' | 'template_taken' | 'template_in_review' | 'endpoint_disabled'
    }

/** Writes a new template down and has it sent to the vendor, in one transaction. */
export function addTemplate(
  db: TenantDb,
  saver: Saver,
  fields: NewTemplateFields,
): SaveTemplateResult {
  const { endpointId, name, language, content, headerFileId } = fields
  return inTransaction(db, () => {
    const endpoint = findEndpointRow(db, endpointId)
    if (
      !endpoint ||
      endpoint.status === 'disabled' ||
      !channelRules[endpoint.channel].hasTemplates
    ) {
      return { ok: false, reason: 'endpoint_disabled' }
    }
    const isNamed = and(eq(t.endpointId, endpointId), eq(t.name, name), eq(t.language, language))
    if (db.select({ id: t.id }).from(t).where(isNamed).get()) {
      return { ok: false, reason: 'template_taken' }
    }
    const now = Date.now()
    const components = toComponents(content)
    const { id } = db
      .insert(t)
      .values({
        ...{ endpointId, name, language, category: content.category, status: NEW, syncedAt: now },
        ...{ componentsJson: JSON.stringify(components), headerFileId, submittedBy: saver.id },
      })
      .returning({ id: t.id })
      .get()
    ask(db, saver, id, { category: content.category, components, headerFileId })
    note(db, saver, 'template.added', { id, name, endpointId })
    return { ok: true, id }
  })
}

/** Asks the vendor for other words. Until it agrees those in force stay, and may be sent. */
export function changeTemplate(
  db: TenantDb,
  saver: Saver,
  id: number,
  { content, headerFileId }: Pick<NewTemplateFields, 'content' | 'headerFileId'>,
): SaveTemplateResult {
  return inTransaction(db, () => {
    const row = db.select().from(t).where(eq(t.id, id)).get()
    if (!row) return { ok: false, reason: 'not_found' }
    if (!mayChange(stateOf(row))) return { ok: false, reason: 'template_in_review' }
    const components = toComponents(content)
    ask(db, saver, id, { category: content.category, components, headerFileId })
    note(db, saver, 'template.changed', row)
    return { ok: true, id }
  })
}

/** What the vendor never had is gone at once; the rest when it agrees. */
export function removeTemplate(db: TenantDb, saver: Saver, id: number): boolean {
  return inTransaction(db, () => {
    const row = db.select().from(t).where(eq(t.id, id)).get()
    if (!row || row.changeState === 'deleting') return row !== undefined
    note(db, saver, 'template.deleted', row)
    if (row.providerId === null && row.status === NEW && row.changeState === 'failed') {
      db.delete(t).where(eq(t.id, id)).run()
      recordChange(db, 'endpoint.changed', { data: { endpointId: row.endpointId } })
      return true
    }
    db.update(t).set({ changeState: 'deleting', changeReason: null }).where(eq(t.id, id)).run()
    enqueue(db, 'template.delete', { templateId: id }, { key: `${id}:${Date.now()}` })
    recordChange(db, 'endpoint.changed', { data: { endpointId: row.endpointId } })
    return true
  })
}

function ask(
  db: TenantDb,
  saver: Saver,
  id: number,
  change: { category: string; components: unknown[]; headerFileId: number | null },
): void {
  const now = Date.now()
  db.update(t)
    .set({
      ...{ changeState: 'submitting', changeReason: null, changeJson: JSON.stringify(change) },
      ...{ submittedBy: saver.id, submittedAt: now },
    })
    .where(eq(t.id, id))
    .run()
  enqueue(db, 'template.submit', { templateId: id }, { key: `${id}:${now}` })
}

function note(
  db: TenantDb,
  saver: Saver,
  action: string,
  { id, name, endpointId }: { id: number; name: string; endpointId: number },
): void {
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { action, subjectKind: 'template', subjectId: id, details: { name } })
  recordChange(db, 'endpoint.changed', { data: { endpointId } })
}
