import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { requireAccount } from './account.server.ts'

/** Signs one of the own devices out. @throws Response 404 when it is not one's own */
export function sessionRevocationAction({ params, context }: ActionFunctionArgs) {
  const account = requireAccount(context.baraza)
  const id = Number(params['id'])
  if (!Number.isSafeInteger(id) || !account.endSession(id)) {
    throw new Response(null, { status: 404 })
  }
  return redirect(id === account.person.sessionId ? '/login' : '/profile?note=session_ended')
}

/** Signs all other devices out. */
export function otherSessionsAction({ context }: ActionFunctionArgs) {
  requireAccount(context.baraza).endOtherSessions()
  return redirect('/profile?note=sessions_ended')
}
