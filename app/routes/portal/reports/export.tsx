import type { ActionFunctionArgs } from '@remix-run/node'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { readReport, toReportName } from '#app/domain/analytics/read-report.server.ts'
import { scopeOf } from '#app/domain/analytics/rows.server.ts'
import { CSV_BEGIN, toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import { toXlsx } from '#app/domain/spreadsheets/xlsx.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { downloadHeaders, XLSX_TYPE } from '#app/routes/download.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { toReportSheets } from '#app/routes/report-sheets.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** A report as it stands on the screen: the same dates, rows and numbers. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'reports.export')
  const form = await readFormData(request)
  const name = toReportName(textOf(form, 'report'))
  if (!name || scopeOf(member) === 'own') throw new Response(null, { status: 404 })
  const format = form.get('format') === 'xlsx' ? 'xlsx' : 'csv'
  const report = readReport(db, name, new URLSearchParams(textOf(form, 'query')))
  const { period } = report.chosen
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  recordAudit(db, actor, { action: 'report.exported', details: { name, format, ...period } })
  const sheets = toReportSheets(db, report, member.language)
  const file = `${name}-${period.from}-${period.to}.${format}`
  if (format === 'xlsx')
    return new Response(Buffer.from(toXlsx(sheets)), { headers: downloadHeaders(file, XLSX_TYPE) })
  const text = sheets.map(({ name, rows }) => [[name], ...rows].map(toCsvLine).join(''))
  return new Response(CSV_BEGIN + text.join('\r\n'), {
    headers: downloadHeaders(file, 'text/csv; charset=utf-8'),
  })
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
