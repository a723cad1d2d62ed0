import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'

import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { getEndpointOf } from '#app/routes/channel-page.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Asks the vendor whether the credentials work. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { db, services } = requireMember(context, 'endpoints.write')
  const { id } = getEndpointOf(db, params['id'])
  const checked = await services.endpoints.check(db, id)
  const note = checked === undefined ? 'unchecked' : checked.ok ? 'checked' : 'check_failed'
  return redirect(`/channels/${id}?note=${note}`)
}
