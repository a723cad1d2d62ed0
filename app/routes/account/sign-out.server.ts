import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { sessionCookie } from '#app/server/cookies.server.ts'
import { accountOf } from './account.server.ts'

/** Ends this session, here and in the database. Also for a session that has ended already. */
export function signOutAction({ context }: ActionFunctionArgs) {
  const account = accountOf(context.baraza)
  account.signOut()
  const { isSecure } = context.baraza
  const cookie = sessionCookie(account.surface, '', { isSecure, maxAgeS: 0 })
  return redirect('/login?note=signed_out', { headers: { 'Set-Cookie': cookie } })
}
