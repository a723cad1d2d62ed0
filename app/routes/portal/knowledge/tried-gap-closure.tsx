import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { closeTriedGap } from '#app/domain/checks/gaps.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** A question of the playground needs no answer. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  if (!closeTriedGap(db, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/knowledge/status')
}
