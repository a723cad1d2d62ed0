import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteTag } from '#app/domain/labels/tags.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a tag away, and off everything that carries it. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  if (!deleteTag(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/settings/tags?saved')
}
