import type { ActionFunctionArgs } from '@remix-run/node'
import { CSV_BEGIN, toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { toMoneyInput } from '#app/i18n/money.ts'
import type { IndustrySlug } from '#app/industries/industry.ts'
import { recordPlatformAudit } from '#app/platform/audit/record.server.ts'
import { exportProspects } from '#app/platform/sales/list.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { downloadHeaders } from '#app/routes/download.server.ts'
import { readProspectFilter } from '#app/routes/prospect-filter.server.ts'
import { PLATFORM_ZONE } from '#app/routes/prospect-form.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

const columns = [
  ...(['name', 'industry', 'city', 'contactName', 'phone', 'email', 'source', 'stage'] as const),
  ...(['reason', 'value', 'rep', 'nextAction', 'nextActionAt'] as const),
]

export const loader = postOnlyLoader

/** The prospects of the list as it is filtered. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const query = (await readFormData(request)).get('query')
  const { filter } = readProspectFilter(new URLSearchParams(typeof query === 'string' ? query : ''))
  const t = translator(user.language)
  const rows = exportProspects(platform, user, filter)
  const by = { kind: 'user', id: user.id, name: user.name } as const
  recordPlatformAudit(platform, by, {
    ...{ action: 'prospects.exported', details: { rows: rows.length } },
  })
  const lines = rows.map((row) =>
    toCsvLine([
      ...[row.name, t(`auth.industry_${row.industry as IndustrySlug}`), row.city],
      ...[row.contactName, row.phone, row.email, row.source, t(`prospects.stage_${row.stage}`)],
      ...[row.reason, row.value === null ? null : toMoneyInput(row.value, row.currency)],
      ...[row.repName, row.nextAction],
      row.nextActionAt === null ? null : toWallTime(row.nextActionAt, PLATFORM_ZONE),
    ]),
  )
  const text = CSV_BEGIN + toCsvLine(columns.map((name) => t(`prospects.${name}`))) + lines.join('')
  return new Response(text, {
    headers: downloadHeaders('prospects.csv', 'text/csv; charset=utf-8'),
  })
}
