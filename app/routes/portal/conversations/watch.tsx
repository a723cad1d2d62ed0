import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isWatching, startWatching } from '#app/domain/watching/watch.server.ts'
import { readThread } from '#app/routes/portal/conversations/thread-data.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { StartWatching, WatchPage } from '#app/ui/inbox/watch-page.tsx'

/** A conversation as it goes on, for who looks on unseen. @throws Response 404 out of reach */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = requireMember(context, 'conversations.watch')
  const { db, member: own } = member
  const thread = readThread(member, params['id'], new URL(request.url))
  const data = { ...thread, me: { ...thread.me, canReply: false, canAssign: false } }
  return { isOn: isWatching(db, own, { conversationId: thread.head.id }), data }
}

/** Says that one looks on, for the audit log alone; only then is anything shown. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.watch')
  const conversationId = Number(params['id'])
  if (!startWatching(db, member, { conversationId })) throw new Response(null, { status: 404 })
  return redirect(`/conversations/${conversationId}/watch`, 303)
}

export default function Watch() {
  const { isOn, data } = useLoaderData<typeof loader>()
  return isOn ? <WatchPage data={data} /> : <StartWatching head={data.head} />
}
