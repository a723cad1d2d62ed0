import { afterEach, beforeEach, expect, test } from 'vitest'
import { countInbox } from '#app/domain/conversations/counts.server.ts'
import { addNote } from '#app/domain/conversations/notes.server.ts'
import { listNotifications } from '#app/domain/notifications/list.server.ts'
import { assignConversation } from '#app/domain/conversations/assign.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember, addMessage, setReach } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { offerMentions } from './mention.server.ts'
import { findMentions } from './names.ts'
import { findNotePlace, findUnreadMention, markMentionsRead } from './read.server.ts'

let tenant: TestTenant
let owner: Actor
let grace: Actor
let otieno: Actor
let id: number
let line: number

beforeEach(() => {
  tenant = createTestTenant()
  owner = addMember(tenant.db, 'owner', 'Wanjiru Kamau')
  grace = addMember(tenant.db, 'agent', 'Grace Akinyi')
  otieno = addMember(tenant.db, 'agent', 'Otieno Ouma')
  line = addEndpoint(tenant.db)
  id = addConversation(tenant.db, line, { assignedTo: grace.id }).id
})
afterEach(() => tenant.close())

const people = [
  { id: 1, name: 'Grace Akinyi' },
  { id: 2, name: 'Grace Mwende' },
  { id: 3, name: 'Ali' },
  { id: 4, name: 'Ali Hassan' },
]
test.each([
  ['ask @Grace Akinyi please', [1]],
  ['ask @grace mwende.', [2]],
  ['@Ali Hassan and @Ali', [4, 3]],
  ['@Grace, which of you?', []],
  ['grace@akinyi.example, x@Ali', []],
  ['@Alison @Ali-Baba', [3]],
  ['(@Ali) @', [3]],
])('%s', (text, ids) => {
  expect(findMentions(text, people).map((one) => one.memberId)).toEqual(ids)
})

test('who sees the conversation is told, once, and the view counts it until it is read', () => {
  const before = countInbox(tenant.db, owner).mentions
  const note = addNote(tenant.db, grace, id, '@Wanjiru look at this, @Wanjiru Kamau!')
  if (!note.ok) throw new Error(note.reason)
  const [row] = listNotifications(tenant.db, owner).rows
  expect(row).toMatchObject({
    ...{ kind: 'mention', byName: 'Grace Akinyi', isRead: false },
    to: `/conversations/${id}/notes/${note.noteId}`,
  })
  expect(listNotifications(tenant.db, owner).rows).toHaveLength(1)
  expect(countInbox(tenant.db, owner).mentions).toBe(before + 1)
  expect(findUnreadMention(tenant.db, owner.id, id)).toEqual({
    ...{ noteId: note.noteId, byName: 'Grace Akinyi' },
  })
  expect(findThread(tenant.db, owner, id)?.items).toContainEqual(
    expect.objectContaining({ kind: 'note', isNewForMe: true }),
  )
  expect(findThread(tenant.db, grace, id)?.items).toContainEqual(
    expect.objectContaining({ kind: 'note', isNewForMe: false }),
  )
  markMentionsRead(tenant.db, owner, id)
  expect(countInbox(tenant.db, owner).mentions).toBe(before)
  expect(listNotifications(tenant.db, owner).rows[0]?.isRead).toBe(true)
})

test('a mention gives no reach: nobody is told, the note says so, and it is there once it is theirs', () => {
  const note = addNote(tenant.db, grace, id, 'cc @Otieno Ouma')
  if (!note.ok) throw new Error(note.reason)
  expect(listNotifications(tenant.db, otieno).rows).toEqual([])
  expect(countInbox(tenant.db, otieno).mentions).toBe(0)
  expect(markMentionsRead(tenant.db, otieno, id)).toBe(false)
  const place = { conversationId: id, noteId: note.noteId }
  expect(findNotePlace(tenant.db, otieno, place)).toBeUndefined()
  expect(findThread(tenant.db, grace, id)?.items).toContainEqual(
    expect.objectContaining({
      mentions: [
        {
          ...{ memberId: otieno.id, name: 'Otieno Ouma', noteId: note.noteId },
          isTold: false,
          isRead: false,
        },
      ],
    }),
  )
  assignConversation(tenant.db, owner, { conversationId: id, memberId: otieno.id })
  expect(countInbox(tenant.db, otieno).mentions).toBe(1)
})

test('only those who see the conversation are offered, by any of their names', () => {
  const offer = (q: string) =>
    offerMentions(tenant.db, grace, { conversationId: id, q })?.map((one) => one.name)
  expect(offer('')).toEqual(['Wanjiru Kamau'])
  expect(offer('kam')).toEqual(['Wanjiru Kamau'])
  expect(offer('oti')).toEqual([])
  expect(offerMentions(tenant.db, otieno, { conversationId: id, q: '' })).toBeUndefined()
  assignConversation(tenant.db, owner, { conversationId: id, memberId: null })
  setReach(tenant.db, { unassigned: true })
  expect(offer('oti')).toEqual(['Otieno Ouma'])
})

test('of two with one name the chosen one is meant, else the one who sees it', () => {
  const twin = addMember(tenant.db, 'viewer', 'Otieno Ouma')
  addNote(tenant.db, grace, id, '@Otieno Ouma')
  expect(listNotifications(tenant.db, twin).rows).toHaveLength(1)
  assignConversation(tenant.db, owner, { conversationId: id, memberId: otieno.id })
  addNote(tenant.db, owner, id, '@Otieno Ouma', [otieno.id])
  const kinds = listNotifications(tenant.db, otieno).rows.map((row) => row.kind)
  expect(kinds).toContain('mention')
  expect(listNotifications(tenant.db, twin).rows).toHaveLength(1)
})

test('an old note is looked for with what followed it', () => {
  const note = addNote(tenant.db, grace, id, '@Wanjiru')
  if (!note.ok) throw new Error(note.reason)
  const place = { conversationId: id, noteId: note.noteId }
  expect(findNotePlace(tenant.db, owner, place)).toEqual({ before: undefined })
  for (let n = 0; n < 60; n += 1)
    addMessage(tenant.db, {
      ...{ conversationId: id, endpointId: line, text: `later ${n}` },
      sortAt: Date.now() + 1_000 + n,
    })
  const found = findNotePlace(tenant.db, owner, place)
  const page = findThread(tenant.db, owner, id, found?.before)
  expect(page?.items.map((item) => item.kind)).toContain('note')
  expect(page?.items.filter((item) => item.kind === 'message').length).toBeGreaterThan(9)
})
