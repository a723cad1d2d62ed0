import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteSkill } from '#app/domain/assignment/skills.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a skill away, and off everybody who has it. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  if (!deleteSkill(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/settings/skills?saved')
}
