import type { ActionFunctionArgs } from '@remix-run/node'
import { noteActivity } from '#app/domain/assignment/presence.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** A sign of life of a page that somebody touches. */
export function action({ context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context)
  noteActivity(db, member.id)
  return new Response(null, { status: 204 })
}
