import { and, asc, eq, like, or, sql } from 'drizzle-orm'
import { endpoints, messageTemplates as t } from '#app/domain/endpoints/schema.server.ts'
import type { TemplateRow } from '#app/domain/endpoints/templates.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { readContent } from './read-content.ts'
import type { ReadContent } from './read-content.ts'
import { stateOf } from './state.ts'
import type { TemplateState } from './state.ts'

export const TEMPLATES_PER_PAGE = 50

export type TemplateItem = {
  id: number
  name: string
  language: string
  category: string
  state: TemplateState
  /** why it was refused, by us, by the vendor's answer or by its review */
  reason: string | null
  endpointId: number
  endpointName: string
  body: string
  updatedAt: number
}

/** One template with its words; those asked for and not taken yet go before those in force. */
export type TemplateDetail = TemplateItem & {
  content: ReadContent
  headerFileId: number | null
  isNew: boolean
}

/** Templates of all lines by name; `after` is the last place of the page before. */
export function listAllTemplates(
  db: TenantDb,
  { q = '', endpointId, after }: { q?: string; endpointId?: number; after?: string } = {},
): { rows: TemplateItem[]; next: string | undefined } {
  const place = sql`(${t.name} || ':' || ${t.language} || ':' || ${t.id})`
  const pattern = `%${q
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '')}%`
  const rows = select(db)
    .where(
      and(
        endpointId === undefined ? undefined : eq(t.endpointId, endpointId),
        q.trim()
          ? or(
              sql`replace(${t.name}, '_', '') like ${pattern.replaceAll(' ', '')}`,
              like(t.componentsJson, pattern),
            )
          : undefined,
        after ? sql`${place} > ${after}` : undefined,
      ),
    )
    .orderBy(asc(place))
    .limit(TEMPLATES_PER_PAGE + 1)
    .all()
  const shown = rows.slice(0, TEMPLATES_PER_PAGE)
  const last = shown.at(-1)?.row
  const isMore = rows.length > TEMPLATES_PER_PAGE && last
  return {
    rows: shown.map((row) => toDetail(row)),
    next: isMore ? `${last.name}:${last.language}:${last.id}` : undefined,
  }
}

export function findTemplateDetail(db: TenantDb, id: number): TemplateDetail | undefined {
  const found = select(db).where(eq(t.id, id)).get()
  return found && toDetail(found)
}

function select(db: TenantDb) {
  return db
    .select({ row: t, endpointName: endpoints.name })
    .from(t)
    .innerJoin(endpoints, eq(endpoints.id, t.endpointId))
}

type Change = { category: string; components: unknown[]; headerFileId: number | null }

function toDetail({
  row,
  endpointName,
}: {
  row: TemplateRow
  endpointName: string
}): TemplateDetail {
  const change = row.changeJson ? (JSON.parse(row.changeJson) as Change) : undefined
  const components = change?.components ?? (JSON.parse(row.componentsJson) as unknown[])
  const content = readContent(change?.category ?? row.category, components)
  const { id, name, language, endpointId } = row
  return {
    ...{ id, name, language, endpointId, endpointName, content, category: content.category },
    ...{ state: stateOf(row), reason: row.changeReason ?? row.rejectedReason },
    ...{ body: content.body, updatedAt: row.submittedAt ?? row.syncedAt },
    headerFileId: change ? change.headerFileId : row.headerFileId,
    isNew: row.status === 'NEW',
  }
}
