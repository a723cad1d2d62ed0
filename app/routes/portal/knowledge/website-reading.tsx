import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { startRun } from '#app/domain/websites/websites.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Reads a website now. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const id = Number(params['id'])
  if (!startRun(db, id)) throw new Response(null, { status: 404 })
  return redirect(`/knowledge/websites/${id}`)
}
