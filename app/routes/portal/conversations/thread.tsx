import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/routes/require.server.ts'
import { readThread } from '#app/routes/portal/conversations/thread-data.server.ts'
import { ThreadPage } from '#app/ui/inbox/thread-page.tsx'

export { ThreadError as ErrorBoundary } from '#app/ui/inbox/thread-error.tsx'
export {
  loadThread as clientLoader,
  isThreadStale as shouldRevalidate,
} from '#app/ui/inbox/thread-loading.ts'

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = requireMember(context, 'conversations.read')
  return readThread(member, params['id'], new URL(request.url))
}

export default function Thread() {
  return <ThreadPage data={useLoaderData<typeof loader>()} />
}
