import type { ActionFunctionArgs } from '@remix-run/node'
import { CSV_BEGIN, toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { currencyExponent } from '#app/i18n/money.ts'
import { recordPlatformAudit } from '#app/platform/audit/record.server.ts'
import { exportCommissions } from '#app/platform/sales/commissions.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readCommissionFilter } from '#app/routes/commission-filter.server.ts'
import { downloadHeaders } from '#app/routes/download.server.ts'
import { PLATFORM_ZONE } from '#app/routes/prospect-form.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

const columns = ['date', 'rep', 'client', 'invoice', 'kind', 'ratePercent', 'amount'] as const

export const loader = postOnlyLoader

/** Commission of the list as it is filtered. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const query = (await readFormData(request)).get('query')
  const { filter } = readCommissionFilter(
    new URLSearchParams(typeof query === 'string' ? query : ''),
  )
  const t = translator(user.language)
  const rows = exportCommissions(platform, user, filter)
  const by = { kind: 'user', id: user.id, name: user.name } as const
  const details = { rows: rows.length }
  recordPlatformAudit(platform, by, { action: 'commissions.exported', details })
  const header = [...columns.map((name) => t(`prospects.${name}`)), t('prospects.state')]
  const lines = rows.map((row) =>
    toCsvLine([
      ...[toWallTime(row.at, PLATFORM_ZONE).slice(0, 10), row.repName, row.clientName],
      ...[row.invoiceNumber, t(kindKey(row)), row.percentBp / 100],
      ...[row.amount / 10 ** currencyExponent(row.currency), t(`prospects.state_${row.state}`)],
    ]),
  )
  return new Response(CSV_BEGIN + toCsvLine(header) + lines.join(''), {
    headers: downloadHeaders('commissions.csv', 'text/csv; charset=utf-8'),
  })
}

function kindKey(row: { kind: string; amount: number }) {
  if (row.amount < 0) return 'prospects.takenBack'
  return row.kind === 'one_time' ? 'prospects.kind_one_time' : 'prospects.ratePercent'
}
