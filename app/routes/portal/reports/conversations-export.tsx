import type { ActionFunctionArgs } from '@remix-run/node'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { exportConversations } from '#app/domain/analytics/conversation-export.server.ts'
import { readPeriod } from '#app/domain/analytics/period.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { downloadHeaders, streamText } from '#app/routes/download.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { toConversationLines } from '#app/routes/report-sheets.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** One row for each conversation opened in the chosen days, as far as this person reaches. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'reports.export')
  const query = (await readFormData(request)).get('query')
  const params = new URLSearchParams(typeof query === 'string' ? query : '')
  const { timeZone } = getCompany(db)
  const { period } = readPeriod(params, { timeZone, now: Date.now() })
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  recordAudit(db, actor, { action: 'conversations.exported', details: period })
  const batches = exportConversations(db, member, period)
  const lines = toConversationLines(db, batches, member.language)
  const file = `conversations-${period.from}-${period.to}.csv`
  return new Response(streamText(lines), {
    headers: downloadHeaders(file, 'text/csv; charset=utf-8'),
  })
}
