import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** The company says that it is ready; every step stays open to be changed. */
export function action({ context }: ActionFunctionArgs) {
  requireMember(context, 'settings.write').onboarding.complete()
  return redirect('/setup', 303)
}
