import { redirect } from '@remix-run/node'

/** Back to the people with what happened, or why not. @throws Response 404 */
export function answerUser(
  result: { ok: true } | { ok: false; reason: string },
  note: string,
): Response {
  if (result.ok) return redirect(`/admin/users?note=${note}`)
  if (result.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/admin/users?problem=${result.reason}`)
}
