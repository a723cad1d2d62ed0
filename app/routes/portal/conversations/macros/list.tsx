import type { LoaderFunctionArgs } from '@remix-run/node'
import { offerMacros } from '#app/domain/macros/list.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** What can be run here: `[{id, name, kinds}]`. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const offers = offerMacros(db, member, Number(params['id']))
  if (!offers) throw new Response(null, { status: 404 })
  return Response.json(offers)
}
