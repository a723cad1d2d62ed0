import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { saveLinkPreviews } from '#app/domain/company/settings.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { applyEdit, applyRevoke } from '#app/domain/conversations/edits.server.ts'
import type { Received } from '#app/domain/conversations/inbound.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { messages } from '#app/domain/conversations/schema.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import { findReachableFile } from '#app/domain/files/reach.server.ts'
import { pruneFiles } from '#app/domain/files/prune.server.ts'
import { files } from '#app/domain/files/schema.server.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import type { JobContext } from '#app/jobs/run-job.server.ts'
import { addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { Fetched, GuardedFetch } from './guarded-fetch.ts'
import { findLinks } from './links.ts'
import { lookUpLink } from './look-up.server.ts'
import { linkPreviews } from './schema.server.ts'

const ROOM = 'https://lodge.example/rooms/sea-view'
const PICTURE = await sharp({
  create: { width: 1_200, height: 900, channels: 3, background: '#0f766e' },
})
  .withExif({ IFD0: { Artist: 'somebody' } })
  .jpeg()
  .toBuffer()
const PAGE = `<html><head><title>Rooms</title>
  <meta property="og:title" content="Sea view room &amp; <b>breakfast</b>">
  <meta name="description" content="Two beds,   a balcony">
  <meta property="og:site_name" content="The Lodge">
  <meta property="og:image" content="/sea.jpg"></head><body></body></html>`

let tenant: TestTenant
let owner: Actor
let line: { id: number; channel: string }
let asked: string[]
beforeEach(() => {
  tenant = createTestTenant()
  owner = addMember(tenant.db, 'owner')
  line = { id: addEndpoint(tenant.db), channel: 'whatsapp-cloud' }
  asked = []
})
afterEach(() => tenant.close())

const found = (url: string, mimeType: string, bytes: Buffer): Fetched => ({
  ...{ ok: true, url, mimeType, charset: undefined, bytes },
})
const internet =
  (page = PAGE): GuardedFetch =>
  async (url) => {
    asked.push(url)
    return url.endsWith('.jpg')
      ? found(url, 'image/jpeg', PICTURE)
      : found(url, 'text/html', Buffer.from(page))
  }
const nowhere: GuardedFetch = async () => ({ ok: false, reason: 'private_address' })

let sent = 0
function write(text: string, from = '254700000001'): Received {
  const received = receiveMessage(tenant.db, {
    endpoint: line as Parameters<typeof receiveMessage>[1]['endpoint'],
    event: {
      ...{ kind: 'message', providerId: `wamid.${++sent}`, at: Date.now() },
      from: { phone: `+${from}`, name: 'Asha' },
      content: { type: 'text', text, payload: {}, media: [] },
    },
  })
  return received as Received
}

const waiting = () =>
  tenant.db
    .select()
    .from(jobs)
    .where(eq(jobs.kind, 'link.preview'))
    .all()
    .map((job) => (JSON.parse(job.payloadJson) as { url: string }).url)

function lookUp(url: string, fetchIt: GuardedFetch, isLastAttempt = true) {
  const job: JobContext = { attempt: 1, isLastAttempt, complete: (run) => run?.() }
  return lookUpLink(tenant.db, { url }, job, fetchIt)
}

const shown = (conversationId: number, actor = owner) =>
  findThread(tenant.db, actor, conversationId)?.items.flatMap((item) =>
    item.kind === 'message' ? item.links : [],
  )

test('addresses are found as they are shown, written one way, each once, three at most', () => {
  expect(
    findLinks('See (https://a.example/x#top), https://A.example/x and http://b.example.'),
  ).toEqual(['https://a.example/x', 'http://b.example/'])
  expect(findLinks('https://me:secret@a.example ftp://b.example www.c.example')).toEqual([])
  const many = [1, 2, 3, 4, 5].map((n) => `https://s${n}.example`).join(' ')
  expect(findLinks(many)).toHaveLength(3)
})

test('a page is looked at once, whoever links to it, and shown beneath each message', async () => {
  const first = write(`Is this free? ${ROOM}`)
  const second = write(`And this: ${ROOM}#pictures`, '254700000002')
  expect(waiting()).toEqual([ROOM])
  expect(shown(first.conversationId)).toEqual([])
  await lookUp(ROOM, internet())
  for (const { conversationId, messageId } of [first, second])
    expect(shown(conversationId)).toMatchObject([
      {
        ...{ messageId, url: ROOM, siteName: 'The Lodge' },
        ...{ title: 'Sea view room & <b>breakfast</b>', description: 'Two beds, a balcony' },
      },
    ])
  expect(asked).toEqual([ROOM, 'https://lodge.example/sea.jpg'])
  write(ROOM)
  expect(waiting()).toEqual([ROOM])
})

test('the picture is made small, says nothing of who took it, and follows reach', async () => {
  const agent = addMember(tenant.db, 'agent')
  write(ROOM)
  await lookUp(ROOM, internet())
  const file = tenant.db.select().from(files).get()
  expect(file?.mimeType).toBe('image/webp')
  const opened = findReachableFile(tenant.db, owner, file?.id ?? 0)
  const picture = await sharp(opened?.path).metadata()
  expect(picture.width).toBeLessThanOrEqual(640)
  expect(picture.exif).toBeUndefined()
  expect(findReachableFile(tenant.db, agent, file?.id ?? 0)).toBeUndefined()
  await pruneFiles(tenant.db, Date.now() + 25 * 3_600_000)
  expect(tenant.db.select().from(files).all()).toHaveLength(1)
})

test('what cannot be shown is not asked for again at once, and nothing is shown', async () => {
  const { conversationId } = write(ROOM)
  expect(await lookUp(ROOM, nowhere)).toBeUndefined()
  expect(shown(conversationId)).toEqual([])
  write(ROOM)
  expect(waiting()).toHaveLength(1)
  expect(tenant.db.select().from(linkPreviews).get()).toMatchObject({
    ...{ state: 'failed', failureReason: 'private_address' },
  })
})

test('a page that is away is asked again a few times; one without a title is left', async () => {
  write(ROOM)
  const away: GuardedFetch = async () => ({ ok: false, reason: 'timeout' })
  expect(await lookUp(ROOM, away, false)).toMatchObject({ error: 'timeout' })
  await lookUp(ROOM, internet('<p>no head</p>'))
  expect(tenant.db.select().from(linkPreviews).get()?.failureReason).toBe('no_title')
})

test('a picture that is none leaves the words', async () => {
  const { conversationId } = write(ROOM)
  await lookUp(ROOM, async (url) =>
    url.endsWith('.jpg')
      ? found(url, 'image/jpeg', Buffer.from('<svg>'))
      : internet()(url, {} as never),
  )
  expect(shown(conversationId)).toMatchObject([{ siteName: 'The Lodge', imageFileId: null }])
})

test('turned off nothing is looked at and nothing shown', async () => {
  const { conversationId } = write(ROOM)
  await lookUp(ROOM, internet())
  saveLinkPreviews(tenant.db, { id: owner.id, name: 'O' }, false)
  expect(shown(conversationId)).toEqual([])
  write('https://other.example/')
  expect(waiting()).toEqual([ROOM])
})

test('what we write has previews too; who is blocked makes us ask nobody', async () => {
  const { conversationId, contactId } = write('hello')
  queueMessage(tenant.db, {
    ...{ conversationId, text: `Here: ${ROOM}`, author: { kind: 'member', memberId: owner.id } },
  })
  expect(waiting()).toEqual([ROOM])
  tenant.db.update(contacts).set({ blockedAt: 1 }).where(eq(contacts.id, contactId)).run()
  write('https://trap.example/')
  expect(waiting()).toEqual([ROOM])
})

test('other words have other links, and a message taken back has none', async () => {
  const { conversationId, messageId } = write(ROOM)
  await lookUp(ROOM, internet())
  const event = { by: 'contact', from: { phone: '+254700000001' }, at: Date.now() + 1 } as const
  const targetProviderId = tenant.db.select().from(messages).where(eq(messages.id, messageId)).get()
    ?.providerId as string
  const edit = { ...event, kind: 'edit', targetProviderId, text: 'https://new.example/' } as const
  expect(applyEdit(tenant.db, line.id, edit)).toBe('applied')
  expect(shown(conversationId)).toEqual([])
  expect(waiting()).toEqual([ROOM, 'https://new.example/'])
  await lookUp('https://new.example/', internet())
  expect(shown(conversationId)).toMatchObject([{ url: 'https://new.example/' }])
  applyRevoke(tenant.db, line.id, { ...event, kind: 'revoke', targetProviderId })
  expect(shown(conversationId)).toEqual([])
})

test('nobody makes us knock at doors all day', () => {
  for (let n = 0; n < 130; n += 1) write(`https://door-${n}.example/`)
  expect(waiting()).toHaveLength(120)
})

test('pages nobody links to are forgotten with their pictures', async () => {
  const { messageId } = write(ROOM)
  await lookUp(ROOM, internet())
  tenant.db.delete(messages).where(eq(messages.id, messageId)).run()
  await pruneFiles(tenant.db, Date.now() + 25 * 3_600_000)
  expect(tenant.db.select().from(linkPreviews).all()).toEqual([])
  expect(tenant.db.select().from(files).all()).toEqual([])
})
