import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { closeGap } from '#app/domain/checks/gaps.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** A customer’s question needs no answer of its own. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  if (!closeGap(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/knowledge/status')
}
