import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { archiveStage } from '#app/domain/leads/stages.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes an empty stage out of the pipeline. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const id = Number(params['id'])
  const archived = archiveStage(db, member, id)
  if (archived.ok) return redirect('/settings/pipeline?saved')
  if (archived.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/settings/pipeline/${id}?problem=${archived.reason}`)
}
