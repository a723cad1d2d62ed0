import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteWebsite } from '#app/domain/websites/websites.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Forgets a website and what was learned from it. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  if (!deleteWebsite(db, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/knowledge/websites?note=deleted')
}
