import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { changeView } from '#app/domain/saved-views/saved-views.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

/** Renames a view, shares it or takes it back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const name = form.get('name')
  const fields = { name: typeof name === 'string' ? name : '', isShared: form.has('shared') }
  const result = changeView(db, member, { id: Number(params['id']), ...fields })
  if (result.ok) return redirect('/views', 303)
  if (result.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/views?problem=${result.reason}`, 303)
}
