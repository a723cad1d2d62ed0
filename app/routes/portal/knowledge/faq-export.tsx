import type { ActionFunctionArgs } from '@remix-run/node'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { exportFaqs } from '#app/domain/knowledge/faq-csv.server.ts'
import { CSV_BEGIN } from '#app/domain/spreadsheets/csv.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { downloadHeaders } from '#app/routes/download.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** All questions as a CSV that can be read in again. */
export function action({ context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const lines = [...exportFaqs(db)]
  const details = { rows: lines.length - 1 }
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  recordAudit(db, actor, { action: 'knowledge.exported', subjectKind: 'knowledge', details })
  return new Response(CSV_BEGIN + lines.join(''), {
    headers: downloadHeaders('questions.csv', 'text/csv; charset=utf-8'),
  })
}
