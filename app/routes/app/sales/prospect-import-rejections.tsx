import type { ActionFunctionArgs } from '@remix-run/node'
import { CSV_BEGIN, toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import { errorText, translator } from '#app/i18n/catalogue.server.ts'
import { findProspectImport } from '#app/platform/sales/import.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { downloadHeaders } from '#app/routes/download.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** The rows that were not taken, each with its line and why. @throws Response 404 */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const run = findProspectImport(platform, user, Number(params['id']))
  if (!run) throw new Response(null, { status: 404 })
  const t = translator(user.language)
  const header = [...run.header, t('prospects.importRow'), t('prospects.importProblem')]
  const lines = run.problems.map(({ cells, row, column, code }) => {
    const why = errorText(user.language, code)
    return toCsvLine([...cells, row, column ? `${t(`prospects.${column}`)}: ${why}` : why])
  })
  return new Response(CSV_BEGIN + toCsvLine(header) + lines.join(''), {
    headers: downloadHeaders('rejected-prospects.csv', 'text/csv; charset=utf-8'),
  })
}
