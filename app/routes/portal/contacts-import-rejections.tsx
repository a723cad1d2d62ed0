import type { LoaderFunctionArgs } from '@remix-run/node'
import { findImport, listRejections } from '#app/domain/contact-imports/imports.server.ts'
import { CSV_BEGIN, toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import { errorText, translator } from '#app/i18n/catalogue.server.ts'
import { downloadHeaders } from '#app/routes/download.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** The rows that were not taken as a CSV, each with its line and why, in the reader's language. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.import')
  const found = findImport(db, member, Number(params['id']))
  if (!found) throw new Response(null, { status: 404 })
  const t = translator(member.language)
  const header = [...found.header, t('imports.rowNumber'), t('imports.reason')]
  const lines = listRejections(db, found.id).map(({ cells, rowNumber, code, column }) => {
    const why = errorText(member.language, code)
    const name = column === undefined ? undefined : found.header[column]
    return toCsvLine([...cells, rowNumber, name ? `${name}: ${why}` : why])
  })
  const text = CSV_BEGIN + toCsvLine(header) + lines.join('')
  return new Response(text, {
    headers: downloadHeaders('rejected-rows.csv', 'text/csv; charset=utf-8'),
  })
}
