import type { ActionFunctionArgs } from '@remix-run/node'
import { exportAudit } from '#app/domain/audit/export.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { toDayKey } from '#app/i18n/format.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readAuditQuery, toAuditFilter } from '#app/routes/audit-query.server.ts'
import { downloadHeaders, streamText } from '#app/routes/download.server.ts'
import { readFormData, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' }

/** Hands the log out as a file, and records that it did. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'audit.read')
  const fields = new URLSearchParams(textFields(await readFormData(request)))
  const { timeZone } = getCompany(db)
  const filter = toAuditFilter(readAuditQuery(fields), timeZone)
  const format = fields.get('format') === 'json' ? 'json' : 'csv'
  const pieces = exportAudit(db, member, { filter, format })
  const name = `audit-${toDayKey(Date.now(), timeZone)}.${format}`
  return new Response(streamText(pieces), { headers: downloadHeaders(name, types[format]) })
}
