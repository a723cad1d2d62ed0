import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { setEndpointStrategy } from '#app/domain/assignment/settings.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { endpointStrategyForm } from '#app/routes/assignment-form.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** One number or bot follows the company, or a strategy of its own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, endpointStrategyForm)
  if (!read.ok) throw new Response(null, { status: 422 })
  const endpointId = Number(params['id'])
  if (!setEndpointStrategy(db, member, { endpointId, strategy: read.values.strategy }))
    throw new Response(null, { status: 404 })
  return redirect('/settings/assignment?saved', 303)
}
