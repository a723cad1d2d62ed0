import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toPortal } from '#app/routes/require.server.ts'
import { sessionCookie } from '#app/server/cookies.server.ts'

export const loader = postOnlyLoader

/** The visitor goes; whoever is none finds the page that says so. */
export function action({ context }: ActionFunctionArgs) {
  const { db, support, services, isSecure } = toPortal(context)
  if (support) services.support.leave(db, support)
  const gone = sessionCookie('support', '', { isSecure, maxAgeS: 0 })
  return redirect('/support', { headers: { 'Set-Cookie': gone } })
}
