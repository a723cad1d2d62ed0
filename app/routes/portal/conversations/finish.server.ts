import { redirect } from '@remix-run/node'
import { toSafePath } from '#app/routes/account/safe-path.ts'

type Result = { ok: true } | { ok: false; reason: string }

/**
 * Ends a write. A page without JavaScript says where to come back to and is sent there, with
 * the reason where it was refused; a script gets the result itself.
 *
 * @param done added to the address to come back to
 */
export function finish(form: FormData, result: Result, done = ''): Response {
  const returnTo = toSafePath(form.get('returnTo'))
  const isGone = !result.ok && result.reason === 'not_found'
  if (returnTo && !isGone) return redirect(withQuery(returnTo, result, done), 303)
  return Response.json(result, { status: result.ok ? 200 : isGone ? 404 : 422 })
}

function withQuery(path: string, result: Result, done: string): string {
  const url = new URL(path, 'http://local')
  for (const name of [
    'problem',
    'closed',
    'confirm',
    'bulk',
    'deleted',
    'snoozed',
    'reply',
    'edit',
  ])
    url.searchParams.delete(name)
  if (!result.ok) url.searchParams.set('problem', result.reason)
  else if (done)
    for (const [name, value] of new URLSearchParams(done)) url.searchParams.set(name, value)
  return url.pathname + url.search
}
