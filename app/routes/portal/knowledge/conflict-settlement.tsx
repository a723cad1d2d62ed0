import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { settleConflict } from '#app/domain/checks/report.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** The two statements do not contradict each other. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  if (!settleConflict(db, Number(params['id']), member.id))
    throw new Response(null, { status: 404 })
  return redirect('/knowledge/status')
}
