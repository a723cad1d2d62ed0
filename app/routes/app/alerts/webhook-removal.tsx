import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { saveHook } from '#app/platform/alerts/rules.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Alerts are posted nowhere from now on; mails go on. */
export function action({ context }: ActionFunctionArgs) {
  const { platform, user: actor, services } = requireUser(context, 'health.write')
  saveHook(platform, { actor, vault: services.vault }, undefined)
  return redirect('/admin/alerts/rules?note=removed')
}
