import type { ActionFunctionArgs } from '@remix-run/node'
import { getCompany } from '#app/domain/company/queries.server.ts'
import {
  exportContacts,
  exportFieldNames,
  recordExport,
} from '#app/domain/contacts/export.server.ts'
import { CSV_BEGIN, toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import type { CellValue } from '#app/domain/spreadsheets/csv.ts'
import { toXlsx } from '#app/domain/spreadsheets/xlsx.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readContactFilter } from '#app/routes/contact-filter.server.ts'
import { downloadHeaders, streamText } from '#app/routes/download.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** A workbook is made in memory; who has more takes the CSV. */
const XLSX_ROWS_MAX = 20_000
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const columns = [
  ...(['id', 'name', 'phone', 'email', 'language', 'location', 'source', 'campaign'] as const),
  ...(['tags', 'score', 'blocked', 'optedOut', 'notes', 'since', 'lastActive'] as const),
]

export const loader = postOnlyLoader

/** The contacts of the list as it is filtered, as a file. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.export')
  const form = await readFormData(request)
  const format = form.get('format') === 'xlsx' ? ('xlsx' as const) : ('csv' as const)
  const query = form.get('query')
  const filter = readContactFilter(new URLSearchParams(typeof query === 'string' ? query : ''))
  recordExport(db, member, { format, filter })
  const t = translator(member.language)
  const header = [...columns.map((name) => t(`imports.column.${name}`)), ...exportFieldNames(db)]
  const day = dayWriter(getCompany(db).timeZone)
  const batches = exportContacts(db, member, { filter, day })
  if (format === 'csv') {
    const headers = downloadHeaders('contacts.csv', 'text/csv; charset=utf-8')
    return new Response(streamText(csvLines(header, batches)), { headers })
  }
  const rows: CellValue[][] = [header]
  for await (const batch of batches) {
    rows.push(...batch)
    if (rows.length > XLSX_ROWS_MAX) break
  }
  const file = toXlsx([{ name: t('contacts.title'), rows }])
  return new Response(Buffer.from(file), { headers: downloadHeaders('contacts.xlsx', XLSX_TYPE) })
}

async function* csvLines(header: string[], batches: AsyncIterable<CellValue[][]>) {
  yield CSV_BEGIN + toCsvLine(header)
  for await (const batch of batches) yield batch.map(toCsvLine).join('')
}

/** yyyy-mm-dd in the company's zone. */
function dayWriter(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  return (at) => format.format(at)
}
