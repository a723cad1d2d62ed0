import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { endAnnouncement } from '#app/platform/announcements/save.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes it from every page at once. @throws Response 404 when it is over already */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'control.write')
  const id = Number(params['id'])
  if (!endAnnouncement(platform, user, { id, at: Date.now() }))
    throw new Response(null, { status: 404 })
  return redirect('/admin/announcements?note=ended')
}
