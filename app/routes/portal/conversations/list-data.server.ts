import { countInbox } from '#app/domain/conversations/counts.server.ts'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { parseInboxView } from '#app/domain/conversations/inbox-view.ts'
import { listConversations } from '#app/domain/conversations/list.server.ts'
import { reachOf } from '#app/domain/conversations/reach.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import type { InboxData } from '#app/ui/inbox/page-data.ts'

/** One page of the list, as the address asks for it. */
export function readInbox({ db, member }: MemberContext, url: URL): InboxData {
  const view = parseInboxView(url.searchParams)
  const after = decodeCursor(url.searchParams.get('cursor') ?? '')
  const { rows, next } = listConversations(db, member, { ...view, after })
  return {
    ...{ view, rows, counts: countInbox(db, member) },
    next: next && encodeCursor(next),
    cursor: after && encodeCursor(after),
    canSeeUnassigned: reachOf(db, member).unassigned,
    canConnect: can(member, 'endpoints.write'),
    me: { id: member.id, canReply: can(member, 'conversations.reply') },
  }
}
