import { redirect } from '@remix-run/node'

/**
 * Back to the member with what happened, or why not, in the address.
 *
 * @throws Response 404 for a member that is not there
 */
export function answerMember(
  id: number,
  result: { ok: true } | { ok: false; reason: string },
  note: string,
): Response {
  if (result.ok) return redirect(`/members/${id}?note=${note}`)
  if (result.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/members/${id}?problem=${result.reason}`)
}

/** The member an address names. @throws Response 404 when it is no number */
export function memberIdOf(params: { id?: string }): number {
  const id = Number(params.id)
  if (!Number.isSafeInteger(id) || id < 1) throw new Response(null, { status: 404 })
  return id
}
