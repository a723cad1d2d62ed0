import { randomUUID } from 'node:crypto'
import { listAssignments } from '#app/domain/assignment/history.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { listScoreHistory } from '#app/domain/contacts/score-trend.server.ts'
import { getContactPanel } from '#app/domain/conversations/contact-panel.server.ts'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { replyWindow } from '#app/domain/conversations/reply-window.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import { findDrafts } from '#app/domain/drafts/save.server.ts'
import { listContactLeads } from '#app/domain/leads/of-contact.server.ts'
import { listScheduled } from '#app/domain/scheduled-messages/list.server.ts'
import { listTasks } from '#app/domain/tasks/list.server.ts'
import { offerMacros } from '#app/domain/macros/list.server.ts'
import { findUnreadMention } from '#app/domain/mentions/read.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { findPendingRow } from '#app/domain/transfers/list.server.ts'
import { listOthers } from '#app/domain/viewers/viewing.server.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import type { ThreadData } from '#app/ui/inbox/page-data.ts'
import { listApproved } from './approved-templates.server.ts'

/**
 * Everything the conversation page draws.
 *
 * @throws Response 404 when this member cannot reach it
 */
export function readThread(context: MemberContext, id: string | undefined, url: URL): ThreadData {
  const { db, member } = context
  const before = decodeCursor(url.searchParams.get('before') ?? '')
  const thread = /^\d{1,15}$/.test(id ?? '')
    ? findThread(db, member, Number(id), before)
    : undefined
  if (!thread) throw new Response(null, { status: 404 })
  const { head, items, earlier } = thread
  const now = Date.now()
  const window = replyWindow(head, head.channel, now)
  const canAssign = can(member, 'conversations.assign')
  return {
    ...{ now, head, items, window, isNewest: before === undefined },
    earlier: earlier && encodeCursor(earlier),
    panel: getContactPanel(db, member, head),
    assignments: listAssignments(db, member, head.id),
    assignees: canAssign ? listAssignable(db) : [],
    me: {
      ...{ id: member.id, name: member.name, canAssign },
      canReply: can(member, 'conversations.reply'),
      seesAll: can(member, 'conversations.read_all'),
      mayCorrectSales: can(member, 'sales.correct'),
      mayWriteContacts: can(member, 'contacts.write'),
    },
    isAiOn: getCompany(db).aiEnabled === 1,
    canTranslate: context.services.ai.status().hasKey && context.flags.has('translation'),
    templates: window.isOpen ? undefined : listApproved(db, head),
    mention: findUnreadMention(db, member.id, head.id),
    macros: offerMacros(db, member, head.id) ?? [],
    scheduled: listScheduled(db, member, head.id),
    transfer: findPendingRow(db, member, head.id),
    tasks: listTasks(db, member, { state: 'open', contactId: head.contactId }).rows,
    drafts: findDrafts(db, member, head.id),
    leads: listContactLeads(db, head.contactId),
    trend: listScoreHistory(db, head.contactId),
    others: listOthers(db, member, head.id),
    quotedId: idIn(url, 'reply'),
    editing: idIn(url, 'edit') ? { id: idIn(url, 'edit') as number } : undefined,
    sendKey: randomUUID(),
  }
}

function idIn(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
