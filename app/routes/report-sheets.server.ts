import { conversationColumns } from '#app/domain/analytics/conversation-export.server.ts'
import type {
  ConversationColumn,
  ConversationLine,
} from '#app/domain/analytics/conversation-export.server.ts'
import type { Cell, Label, ReportContent } from '#app/domain/analytics/report.ts'
import { wordOf } from '#app/domain/analytics/reports/labels.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { CSV_BEGIN, toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import type { CellValue } from '#app/domain/spreadsheets/csv.ts'
import type { Sheet } from '#app/domain/spreadsheets/xlsx.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { toMoneyInput } from '#app/i18n/money.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const SECOND_MS = 1_000

/**
 * A report's figures and tables as sheets. Numbers are plain: money in whole units of the
 * currency, spans in seconds, shares between 0 and 1.
 */
export function toReportSheets(db: TenantDb, report: ReportContent, language: Language): Sheet[] {
  const t = translator(language)
  const { currency } = getCompany(db)
  const write = (cell: Cell) => toNumber(cell, currency)
  const label = (one: Label): string => {
    if ('text' in one) return one.text
    if ('key' in one) return t(one.key, one.values)
    const { from, to } = one.days
    return from === to ? from : `${from} – ${to}`
  }
  const unitOf = (cell: Cell | undefined) => {
    if (cell?.unit === 'money') return ` (${currency})`
    return cell?.unit === 'duration' ? ` (${t('reports.inSeconds')})` : ''
  }
  const tables = report.tables.map(({ title, heads, rows }) => ({
    name: t(title),
    rows: [
      heads.map((head, index) => `${label(head)}${unitOf(rows[0]?.cells[index - 1])}`),
      ...rows.map((row) => [label(row.label), ...row.cells.map(write)]),
    ],
  }))
  if (report.figures.length === 0) return tables
  const figures: CellValue[][] = report.figures.map((figure) => {
    const cell = { value: figure.value, unit: figure.unit }
    const before = { value: figure.previous, unit: figure.unit }
    return [`${t(figure.label)}${unitOf(cell)}`, write(cell), write(before)]
  })
  const head = [t('reports.figure'), t('reports.value'), t('reports.previous')]
  return [{ name: t('reports.figures'), rows: [head, ...figures] }, ...tables]
}

function toNumber({ value, unit }: Cell, currency: string): number | null {
  if (value === null) return null
  if (unit === 'money') return Number(toMoneyInput(Math.round(value), currency))
  if (unit === 'duration') return Math.round(value / SECOND_MS)
  return unit === 'count' ? value : Math.round(value * 10_000) / 10_000
}

/** The export of conversations, one line each, while it is read. */
export async function* toConversationLines(
  db: TenantDb,
  batches: Iterable<ConversationLine[]>,
  language: Language,
): AsyncGenerator<string> {
  const t = translator(language)
  const { timeZone, currency } = getCompany(db)
  const clock = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, dateStyle: 'short', timeStyle: 'medium' },
  })
  yield CSV_BEGIN + toCsvLine(conversationColumns.map((name) => t(`reports.column.${name}`)))
  const write = (name: ConversationColumn, value: CellValue): CellValue => {
    if (value === null) return null
    if (name.endsWith('At')) return clock.format(Number(value))
    if (name.endsWith('Ms')) return Math.round(Number(value) / SECOND_MS)
    if (name === 'soldMinor') return Number(toMoneyInput(Number(value), currency))
    if (name === 'inquiry' || name === 'sentiment') return wordText(t, name, String(value))
    return value
  }
  for (const lines of batches)
    yield lines
      .map((line) => toCsvLine(conversationColumns.map((name) => write(name, line[name]))))
      .join('')
}

function wordText(
  t: ReturnType<typeof translator>,
  kind: 'inquiry' | 'sentiment',
  key: string,
): string {
  const label = wordOf(kind, key)
  return 'key' in label ? t(label.key) : key
}
