import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'

import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { getEndpointOf } from '#app/routes/channel-page.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Fetches the templates of a WhatsApp number. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, services } = requireMember(context, 'endpoints.write')
  const { id } = getEndpointOf(db, params['id'])
  services.endpoints.syncTemplates(db, id)
  return redirect(`/channels/${id}?note=templates`)
}
