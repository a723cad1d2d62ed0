import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { findMergedConversation } from '#app/domain/contacts/merge-conversations.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import { readThread } from '#app/routes/portal/conversations/thread-data.server.ts'
import { noteThreadShown } from '#app/ui/inbox/thread-cache.ts'
import { ThreadPage } from '#app/ui/inbox/thread-page.tsx'

export { ThreadError as ErrorBoundary } from '#app/ui/inbox/thread-error.tsx'
export {
  loadThread as clientLoader,
  isThreadStale as shouldRevalidate,
} from '#app/ui/inbox/thread-loading.ts'

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = requireMember(context, 'conversations.read')
  const stayed = findWhatStayed(member, Number(params['id']))
  if (stayed !== undefined) throw redirect(`/conversations/${stayed}`)
  return readThread(member, params['id'], new URL(request.url))
}

/** What a merged conversation has become, for who can reach that. */
function findWhatStayed({ db, member }: MemberContext, id: number): number | undefined {
  if (findReachable(db, member, id)) return undefined
  const stayed = findMergedConversation(db, id)
  return stayed !== undefined && stayed !== id && findReachable(db, member, stayed)
    ? stayed
    : undefined
}

export default function Thread() {
  const data = useLoaderData<typeof loader>()
  useEffect(() => noteThreadShown(data), [data])
  return <ThreadPage data={data} />
}
