import { findOutcome } from '#app/domain/bulk-actions/bulk.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { countInbox } from '#app/domain/conversations/counts.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { parseInboxView } from '#app/domain/conversations/inbox-view.ts'
import { listConversations } from '#app/domain/conversations/list.server.ts'
import { LOOKED_AT_MAX } from '#app/domain/conversations/list-walk.server.ts'
import { reachOf } from '#app/domain/conversations/reach.server.ts'
import { searchConversations } from '#app/domain/conversations/search.server.ts'
import { presetTimes } from '#app/domain/conversations/snooze-times.ts'
import { listPriorities } from '#app/domain/labels/priorities.server.ts'
import { listTags } from '#app/domain/labels/tags.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { listSavedViews, mayShare } from '#app/domain/saved-views/saved-views.server.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import type { InboxData } from '#app/ui/inbox/page-data.ts'

/** One page of the list, as the address asks for it. */
export function readInbox({ db, member }: MemberContext, url: URL): InboxData {
  const view = parseInboxView(url.searchParams)
  const after = decodeCursor(url.searchParams.get('cursor') ?? '')
  const bulkId = Number(url.searchParams.get('bulk')) || 0
  const { rows, next, isCutOff } = view.search
    ? searchConversations(db, member, { search: view.search, after })
    : listConversations(db, member, { ...view, after })
  return {
    ...{ view, rows, counts: countInbox(db, member) },
    next: next && encodeCursor(next),
    cursor: after && encodeCursor(after),
    lookedAt: isCutOff ? LOOKED_AT_MAX : undefined,
    canSeeUnassigned: reachOf(db, member).unassigned,
    canConnect: can(member, 'endpoints.write'),
    me: { id: member.id, ...mayDo(member) },
    choices: readChoices({ db, member }),
    outcome: bulkId > 0 ? findOutcome(db, member, bulkId) : undefined,
  }
}

function mayDo(member: MemberContext['member']) {
  return {
    canReply: can(member, 'conversations.reply'),
    canAssign: can(member, 'conversations.assign'),
    canDelete: can(member, 'conversations.delete'),
    canShare: mayShare(member),
  }
}

/** What can be chosen in filters and for what is ticked. */
function readChoices({ db, member }: Pick<MemberContext, 'db' | 'member'>) {
  return {
    members: can(member, 'conversations.read_all') ? listAssignable(db) : [],
    tags: listTags(db),
    priorities: listPriorities(db).map(({ id, name, color, isDefault }) => ({
      ...{ id, name, color, isDefault },
    })),
    snooze: presetTimes(Date.now(), getCompany(db).timeZone),
    savedViews: can(member, 'conversations.reply') ? listSavedViews(db, member) : [],
  }
}
