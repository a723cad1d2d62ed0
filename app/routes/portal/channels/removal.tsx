import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { noteEndpointChange } from '#app/domain/endpoints/note-change.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { getEndpointOf } from '#app/routes/channel-page.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a channel away with its credentials; its conversations stay. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member, services } = requireMember(context, 'endpoints.write')
  const { id, channel, name } = getEndpointOf(db, params['id'])
  services.endpoints.remove(db, id)
  noteEndpointChange(db, member, 'removed', { id, channel, name })
  return redirect('/channels?note=removed')
}
