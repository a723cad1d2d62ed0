import type { Label } from '#app/domain/analytics/report.ts'
import { readMemberNames, wordOf } from '#app/domain/analytics/reports/labels.server.ts'
import type { Worded } from '#app/domain/analytics/reports/labels.server.ts'
import type { RowsQuery } from '#app/domain/analytics/rows.server.ts'
import { findStageName } from '#app/domain/analytics/reports/stage-names.server.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** What narrows a list, in words. */
export function toFilterLabels(db: TenantDb, { metric, of }: RowsQuery): Label[] {
  return Object.entries(of).map(([dimension, key]): Label => {
    if (dimension === 'member') return readMemberNames(db)(key)
    if (dimension === 'weekday') return { key: `reports.weekday.${key}` as MessageKey }
    if (dimension === 'hour') return { text: `${key}:00–${key}:59` }
    if (dimension === 'stage') return { text: findStageName(db, key) }
    if (dimension === 'source' && key === '') return { key: 'reports.noSource' }
    if (['product', 'source', 'rating'].includes(dimension)) return { text: key }
    if (metric === 'answers') return wordOf('answer', key)
    return wordOf(dimension as Worded, key)
  })
}
