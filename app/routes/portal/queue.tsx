import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readQueue } from '#app/routes/portal/queue-data.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { QueuePage } from '#app/ui/assignment/queue-page.tsx'
import { useLiveRefresh } from '#app/ui/inbox/use-live-refresh.ts'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const member = requireMember(args.context, 'conversations.read')
  const title = pageTitle(args, 'assignment.queue')
  return { title, ...readQueue(member, new URL(args.request.url)) }
}

export default function Queue() {
  useLiveRefresh()
  return <QueuePage data={useLoaderData<typeof loader>()} />
}
