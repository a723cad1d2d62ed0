import type { LoaderFunctionArgs } from '@remix-run/node'
import { offerMentions } from '#app/domain/mentions/mention.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** Colleagues for what is typed after an @: those who see this conversation. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const q = new URL(request.url).searchParams.get('q') ?? ''
  const offers = offerMentions(db, member, { conversationId: Number(params['id']), q })
  if (!offers) throw new Response(null, { status: 404 })
  return Response.json(offers)
}
