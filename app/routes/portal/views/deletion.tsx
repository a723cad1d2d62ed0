import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { deleteView } from '#app/domain/saved-views/saved-views.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export function action({ context, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const result = deleteView(db, member, Number(params['id']))
  if (!result.ok) throw new Response(null, { status: 404 })
  return redirect('/views', 303)
}
