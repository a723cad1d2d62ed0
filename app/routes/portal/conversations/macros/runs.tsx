import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { runMacro } from '#app/domain/macros/run.server.ts'
import type { RunMacroResult } from '#app/domain/macros/run.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'

export { runMacroAction as clientAction } from '#app/ui/macros/run-action.ts'

const runKey = z.string().regex(/^[\w-]{8,64}$/)

/** Runs a macro here. Without a script the thread says what was done, or which step stood in the way. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const key = runKey.safeParse(form.get('runKey'))
  if (!key.success) throw new Response(null, { status: 400 })
  const [conversationId, macroId] = [Number(params['id']), Number(params['macroId'])]
  const run = { conversationId, macroId, runKey: key.data }
  const result = runMacro(db, member, run)
  const back = toSafePath(form.get('returnTo'))
  const isGone = !result.ok && result.reason === 'not_found'
  if (!back || isGone) {
    return Response.json(result, { status: result.ok ? 200 : isGone ? 404 : 422 })
  }
  if (result.ok && !result.isReachable) return redirect('/conversations', 303)
  const url = new URL(back, 'http://local')
  for (const name of ['ran', 'step', 'why']) url.searchParams.delete(name)
  const said: Record<string, string> = result.ok ? { ran: String(macroId) } : toStop(result)
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value)
  return redirect(url.pathname + url.search, 303)
}

function toStop(result: Extract<RunMacroResult, { ok: false }>): Record<string, string> {
  return result.reason === 'macro_step' ? { step: String(result.step), why: result.why } : {}
}
