import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { noteEndpointChange } from '#app/domain/endpoints/note-change.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { getEndpointOf } from '#app/routes/channel-page.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Lets a channel work again; what waited goes out. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member, services } = requireMember(context, 'endpoints.write')
  const { id, channel, name } = getEndpointOf(db, params['id'])
  if (!services.endpoints.setEnabled(db, id, true)) return redirect(`/channels/${id}?note=no_room`)
  noteEndpointChange(db, member, 'enabled', { id, channel, name })
  return redirect(`/channels/${id}?note=enabled`)
}
