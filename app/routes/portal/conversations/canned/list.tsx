import type { LoaderFunctionArgs } from '@remix-run/node'
import { offerCanned } from '#app/domain/canned-responses/list.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** Ready-made answers for what is typed after a slash, filled in for this conversation. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const q = new URL(request.url).searchParams.get('q') ?? ''
  const offers = offerCanned(db, member, { conversationId: Number(params['id']), q })
  if (!offers) throw new Response(null, { status: 404 })
  return Response.json(offers)
}
