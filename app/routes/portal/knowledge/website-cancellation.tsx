import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { cancelRun, findWebsite } from '#app/domain/websites/websites.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Stops reading a website; what was read stays. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const id = Number(params['id'])
  if (!findWebsite(db, id)) throw new Response(null, { status: 404 })
  cancelRun(db, id)
  return redirect(`/knowledge/websites/${id}`)
}
