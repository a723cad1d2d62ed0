import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { findStage, moveStageUp } from '#app/domain/leads/stages.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Puts a stage before the one that came first; the first stays where it is. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const id = Number(params['id'])
  if (!findStage(db, id)) throw new Response(null, { status: 404 })
  moveStageUp(db, member, id)
  return redirect('/settings/pipeline')
}
