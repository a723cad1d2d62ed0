import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ClientLoaderFunctionArgs, ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { useEffect } from 'react'
import { inboxQuery, parseInboxView } from '#app/domain/conversations/inbox-view.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readInbox } from '#app/routes/portal/conversations/list-data.server.ts'
import { islandsAtHand } from '#app/ui/island.tsx'
import { isListStale, keepListMark, listMark, noteListShown } from '#app/ui/inbox/freshness.ts'
import { InboxPage } from '#app/ui/inbox/inbox-page.tsx'
import type { InboxData } from '#app/ui/inbox/page-data.ts'
import { hasStayedHere, isLostConnection } from '#app/ui/inbox/send-action.ts'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export const handle = { fill: true }

export function loader(args: LoaderFunctionArgs) {
  const member = requireMember(args.context, 'conversations.read')
  const title = pageTitle(args, 'inbox.title')
  return { title, ...readInbox(member, new URL(args.request.url)) }
}

let known: (InboxData & { title: string }) | undefined

/** Without a connection the list stays as it was, instead of breaking the page. */
export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  try {
    const mark = listMark()
    const atHand = islandsAtHand()
    known = await serverLoader<typeof loader>()
    keepListMark(known, mark)
    await atHand
    return known
  } catch (error) {
    if (known && (isLostConnection(error) || request.signal.aborted)) return known
    throw error
  }
}

/** Opening another conversation does not ask for the list again; live updates say when it is old. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const { formAction, currentUrl, nextUrl } = args
  if (hasStayedHere(args.actionResult)) return false
  if (formAction) return /^\/(conversations|bulk|views)/.test(formAction) && !isRead(formAction)
  return viewOf(currentUrl) !== viewOf(nextUrl) || isListStale()
}

/** Having read the open conversation changes nothing else in the list; live updates tell of it. */
function isRead(formAction: string): boolean {
  return /^\/conversations\/\d+\/(mention-)?reads$/.test(formAction)
}

function viewOf(url: URL): string {
  const view = parseInboxView(url.searchParams)
  return inboxQuery({ ...view, cursor: url.searchParams.get('cursor') ?? '' })
}

export default function Conversations() {
  const data = useLoaderData<typeof loader>()
  useEffect(() => {
    known = data
    noteListShown(data)
  }, [data])
  return <InboxPage data={data} />
}
