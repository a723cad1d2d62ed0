import { people } from './groups.ts'
import { NOW } from './rows.ts'

/** Ids of one group's rows, by table; what a group has not is an id nobody has. */
export type IdOf = (table: string) => number

type Body = Record<string, string | string[]>
export type Sample = {
  body?: (idOf: IdOf) => Body
  /** SQL that makes the write possible: what is woken must sleep. `:id` is the group's row */
  before?: string
  /** why the rightful person's own write is refused or changes nothing here */
  isIdle?: string
}

const IN_AN_HOUR = String(NOW + 2 * 3_600_000)
const outbound = (more: string) =>
  `update messages set direction = 'outbound', author_kind = 'member', author_member_id = ${people.anna}, ${more} where id = :messages`
/** Anna’s and Ben’s customer. */
const SHARED_CONTACT = 6_100_011
const own = (idOf: IdOf) => ({ ids: [String(idOf('conversations'))] })

/**
 * What is posted to each address, so that its rightful person's write would succeed: only then
 * does another person's refusal say anything. An address that is not here is posted to empty.
 */
export const samples: Record<string, Sample> = {
  '/bulk/assignment': { body: (id) => ({ ...own(id), memberId: '' }) },
  '/bulk/closure': { body: own },
  '/bulk/deletion': { body: own },
  '/bulk/priority': { body: (id) => ({ ...own(id), priorityId: '1' }) },
  '/bulk/reads': { body: own },
  '/bulk/snooze': { body: (id) => ({ ...own(id), preset: 'tomorrow' }) },
  '/bulk/tags': { body: (id) => ({ ...own(id), tagId: '5' }) },
  '/bulk/unread': { body: own },
  '/bulk/:id/undo': {
    before: `update bulk_actions set created_at = ${NOW + 3_600_000} where id = :bulk_actions`,
  },
  '/contacts/bulk': { body: (id) => ({ id: String(id('contacts')), change: 'block' }) },
  '/contacts/duplicates': {
    body: (id) => ({ a: String(id('contacts')), b: String(id('contacts')) }),
    isIdle: 'one contact is no pair',
  },
  '/contacts/export': { body: () => ({ format: 'csv' }) },
  '/contacts/:id/block': { body: () => ({ blocked: 'yes' }) },
  '/contacts/:id/consent': {
    body: () => ({ channel: 'whatsapp-cloud', category: 'marketing', state: 'granted' }),
  },
  '/contacts/:id/conversation-merge': {
    body: (id) => ({ keep: String(id('conversations')), merge: '999999' }),
    isIdle: 'the sample has one conversation',
  },
  '/contacts/:id/edit': { body: () => ({ name: 'New name' }) },
  '/contacts/:id/erasure': { body: (id) => ({ name: `${markOf(id)}markcontactsname` }) },
  // With somebody whom Anna knows as well.
  '/contacts/:id/merge': { body: () => ({ gone: String(SHARED_CONTACT) }) },
  '/contacts/:id/notes': { body: () => ({ text: 'New words' }) },
  '/contacts/import/:id': { body: () => ({}), isIdle: 'the sample has no columns' },
  '/contacts/import': { isIdle: 'a file is needed' },
  '/contacts/new': { body: () => ({ name: 'Somebody new' }) },
  '/conversations/:id/assignment': {
    body: () => ({ memberId: String(people.ben) }),
    isIdle: 'an agent passes on by a transfer',
  },
  '/conversations/:id/canned-responses/:cannedId/use': {},
  '/conversations/:id/closure': { body: () => ({ outcome: 'resolved' }) },
  '/conversations/:id/draft-translation': { isIdle: 'no model translates here' },
  '/conversations/:id/drafts': { body: () => ({ kind: 'reply', text: 'New words' }) },
  '/conversations/:id/handback': {
    before: `update conversations set ai_state = 'paused' where id = :conversations`,
  },
  '/conversations/:id/messages': { body: () => ({ text: 'New words' }) },
  '/conversations/:id/messages/:messageId/reaction': { body: () => ({ emoji: '👍' }) },
  '/conversations/:id/messages/:messageId/removal': {
    before: outbound(`status = 'sent'`),
    isIdle: 'this channel takes nothing back',
  },
  '/conversations/:id/messages/:messageId/retry': { before: outbound(`status = 'failed'`) },
  '/conversations/:id/messages/:messageId/undo': {
    before: `${outbound(`status = 'queued', held_until = ${IN_AN_HOUR}`)}; delete from message_attempts where message_id = :messages; delete from scheduled_messages where message_id = :messages`,
  },
  '/conversations/:id/messages/:messageId/wording': {
    before: outbound(`status = 'sent'`),
    body: () => ({ text: 'New words' }),
    isIdle: 'this channel changes nothing',
  },
  '/conversations/:id/notes': { body: () => ({ text: 'New words' }) },
  '/conversations/:id/priority': { body: () => ({ priorityId: '1' }) },
  '/conversations/:id/reads': { body: (id) => ({ messageId: String(id('messages')) }) },
  '/conversations/:id/reopening': {
    before: `update conversations set status = 'closed', closed_at = ${NOW} where id = :conversations`,
    isIdle: 'what is closed is out of reach',
  },
  '/conversations/:id/restoration': {
    before: `update conversations set deleted_at = ${NOW}, status = 'closed' where id = :conversations`,
    isIdle: 'what is deleted is out of reach',
  },
  '/conversations/:id/scheduled-messages': {
    body: () => ({ text: 'New words', when: IN_AN_HOUR }),
  },
  '/conversations/:id/scheduled-messages/:scheduledId/revision': {
    before: `update scheduled_messages set send_at = ${IN_AN_HOUR}, content_json = '{"text":"x","fileIds":[]}' where id = :scheduled_messages`,
    body: () => ({ text: 'New words', when: IN_AN_HOUR }),
  },
  '/conversations/:id/scheduled-messages/:scheduledId/delivery': {
    before: `update scheduled_messages set content_json = '{"text":"x","fileIds":[]}' where id = :scheduled_messages`,
  },
  '/conversations/:id/snooze': { body: () => ({ preset: 'tomorrow' }) },
  '/conversations/:id/suggestion': { isIdle: 'the assistant has nothing to go by here' },
  '/conversations/:id/tags': { body: () => ({ tagId: '5', isOn: '0' }) },
  '/conversations/:id/translations': { isIdle: 'no model translates here' },
  '/conversations/:id/messages/:messageId/translation': { isIdle: 'no model translates here' },
  '/conversations/:id/transfer': {
    body: () => ({ targetMemberId: String(people.ben), reason: 'Knows more' }),
    before: `delete from transfer_requests where conversation_id = :conversations`,
  },
  '/conversations/:id/waking': {
    before: `update conversations set status = 'snoozed', snoozed_until = ${IN_AN_HOUR} where id = :conversations`,
  },
  '/conversations/:id/uploads': { isIdle: 'a file is needed' },
  '/conversations/:id/macros/:macroId/runs': { isIdle: 'the sample’s macro has no steps' },
  '/settings/macros/:id': { isIdle: 'a macro needs steps' },
  '/conversations/merges/:id/undo': { isIdle: 'the sample’s merge cannot be taken apart' },
  '/contacts/merges/:id/undo': { isIdle: 'the sample’s merge cannot be taken apart' },
  '/leads/:id': { body: () => ({ title: 'New title' }) },
  '/leads/:id/fields/:key': { body: () => ({ value: '3' }) },
  '/leads/:id/fields/:key/dismissal': { isIdle: 'the sample suggests nothing' },
  '/leads/:id/stage': { body: () => ({ stageId: '3' }) },
  '/leads/new': { body: (id) => ({ contactId: String(id('contacts')), stageId: '1' }) },
  '/notifications/reads': { body: () => ({ upTo: '9999999' }) },
  '/queue/assignments': {
    body: (id) => ({ id: String(id('conversations')), to: String(people.anna) }),
    isIdle: 'what is an agent’s own waits in no queue',
  },
  '/sales/:id': { body: () => ({ amount: '5' }) },
  '/sales/:id/voiding': { body: () => ({ reason: 'Wrong' }) },
  '/settings/canned-responses/:id': { body: () => ({ shortcut: 'hi', title: 'Hi', text: 'Hi' }) },
  '/tasks/:id': { body: () => ({ title: 'New words', at: '2026-12-01T10:00' }) },
  '/tasks/:id/restoration': {
    before: `update tasks set deleted_at = ${NOW} where id = :tasks`,
  },
  '/tasks/new': {
    body: (id) => ({ what: 'Call back', conversationId: String(id('conversations')) }),
  },
  '/today': { body: () => ({ what: 'Call back' }) },
  '/views': { body: () => ({ name: 'New view', query: 'tab=mine' }) },
  '/views/:id': { body: () => ({ name: 'New name' }) },
}

/** The group's word, read off the id of its contact. */
let marks: (contactId: number) => string = () => ''
export function sayMarks(read: (contactId: number) => string): void {
  marks = read
}
const markOf = (idOf: IdOf) => marks(idOf('contacts'))
