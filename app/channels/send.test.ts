import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { retryMessage } from '#app/domain/conversations/retry.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import { reclaimForeign } from '#app/jobs/queue.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { signalTenant } from '#app/tenancy/signals.server.ts'
import {
  CUSTOMER,
  PIXEL,
  drained,
  messagesOf,
  rows,
  startWhatsAppBench,
  until,
} from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'

let bench: WhatsAppBench
const HOUR = 3_600_000

beforeEach(async () => {
  bench = await startWhatsAppBench()
})
afterEach(() => bench.close())

/** The customer writes first: that opens the window. @returns the conversation */
async function customerWrites(from: string = CUSTOMER, text = 'hello'): Promise<number> {
  const { fake, hotel } = bench
  const isUserId = from.includes('.')
  const sender = isUserId ? { userId: from } : { from }
  const result = await fake.deliverInbound(hotel.phoneNumberId, { type: 'text', text, ...sender })
  await drained(hotel)
  const id = result.ids[0] ?? ''
  return messagesOf(hotel).find((one) => one.provider_id === id)?.conversation_id ?? 0
}

function queue(conversationId: number, text: string, extra: object = {}): number {
  const author = { kind: 'member', memberId: 1 } as const
  const result = queueMessage(bench.hotel.company.db, { conversationId, author, text, ...extra })
  if (!result.ok) throw new Error(result.reason)
  return result.messageId
}

const find = (id: number) => messagesOf(bench.hotel).find((one) => one.id === id)
const becomes = (id: number, status: string) =>
  until(
    () => find(id)?.status,
    (seen) => seen === status,
  )
const sent = () => bench.fake.sent(bench.hotel.phoneNumberId)
const attempts = (id: number) =>
  rows(bench.hotel, 'select number, state from message_attempts where message_id = ?', id)

/** Makes every waiting job due now, as time would. */
function skipWaiting(kind: string): void {
  const { db, entry } = bench.hotel.company
  sqliteOf(db).prepare(`update jobs set run_at = 0 where kind = ? and state = 'queued'`).run(kind)
  signalTenant(entry.id, 'jobs')
}

test('a reply goes out once, with our id, and quotes the vendor’s id', async () => {
  const conversationId = await customerWrites()
  const quoted = messagesOf(bench.hotel)[0]
  const id = queue(conversationId, 'Karibu!', { replyToId: quoted?.id })
  await becomes(id, 'sent')
  expect(sent()).toMatchObject([
    {
      ...{ to: CUSTOMER, type: 'text', callbackData: String(id) },
      body: { text: { body: 'Karibu!' }, context: { message_id: quoted?.provider_id } },
    },
  ])
  expect(find(id)?.provider_id).toBe(sent()[0]?.id)
  expect(attempts(id)).toEqual([{ number: 1, state: 'accepted' }])
})

test('messages of one conversation leave in the order they were written', async () => {
  const conversationId = await customerWrites()
  bench.fake.fail({ kind: 'latency', delayMs: 150, times: 1, match: { route: 'messages' } })
  const ids = ['one', 'two', 'three', 'four'].map((text) => queue(conversationId, text))
  await becomes(ids[3] as number, 'sent')
  const texts = sent().map((one) => (one.body['text'] as { body: string }).body)
  expect(texts).toEqual(['one', 'two', 'three', 'four'])
})

test('a customer without a phone number is written to by user id', async () => {
  const conversationId = await customerWrites('KE.13491208655302741918')
  await becomes(queue(conversationId, 'Habari'), 'sent')
  expect(sent()[0]?.body).toMatchObject({ recipient: 'KE.13491208655302741918' })
  expect(sent()[0]?.body).not.toHaveProperty('to')
})

test('a file is uploaded and sent with its caption', async () => {
  const conversationId = await customerWrites()
  const db = bench.hotel.company.db
  const put = await putFile(db, {
    name: 'a.png',
    bytes: PIXEL,
    purpose: 'message',
  })
  if (!put.ok) throw new Error(put.reason)
  await becomes(queue(conversationId, 'our pool', { fileIds: [put.fileId] }), 'sent')
  expect(sent()[0]).toMatchObject({ type: 'image', body: { image: { caption: 'our pool' } } })
})

describe('statuses', () => {
  async function sentMessage(): Promise<{ id: number; providerId: string }> {
    const id = queue(await customerWrites(), 'Karibu')
    await becomes(id, 'sent')
    return { id, providerId: find(id)?.provider_id ?? '' }
  }
  async function tell(statuses: { id: string; status: 'sent'; code?: number }[]) {
    await bench.fake.deliverStatuses(bench.hotel.phoneNumberId, statuses)
    await drained(bench.hotel)
  }
  const word = (id: string, status: string) => ({ id, status: status as 'sent' })

  test('only move forward; a late sent and a late failed change nothing', async () => {
    const { id, providerId } = await sentMessage()
    for (const status of ['read', 'delivered', 'sent', 'failed']) {
      await tell([word(providerId, status)])
      expect(find(id)?.status).toBe('read')
    }
  })

  test('played shows as read', async () => {
    const { id, providerId } = await sentMessage()
    await tell([word(providerId, 'played')])
    expect(find(id)?.status).toBe('read')
    expect(rows(bench.hotel, 'select id from messages where played_at is not null')).toHaveLength(1)
  })

  test('failed after sent says why in words, and Retry makes a new attempt', async () => {
    const { id, providerId } = await sentMessage()
    await tell([{ ...word(providerId, 'failed'), code: 131026 }])
    expect(find(id)).toMatchObject({ status: 'failed', failure_code: '131026' })
    expect(find(id)?.failure_reason).toContain('cannot be delivered')
    expect(retryMessage(bench.hotel.company.db, id)).toEqual({ ok: true })
    await becomes(id, 'sent')
    expect(sent()).toHaveLength(2)
    expect(attempts(id)).toEqual([
      { number: 1, state: 'failed' },
      { number: 2, state: 'accepted' },
    ])
    await tell([{ ...word(providerId, 'failed'), code: 131026 }])
    expect(find(id)?.status).toBe('sent')
  })

  test('one that overtakes the vendor’s answer is applied when the answer comes', async () => {
    bench.fake.configure({ statuses: 'auto', statusFlow: { ...EARLY, upTo: 'delivered' } })
    const id = queue(await customerWrites(), 'Karibu')
    await becomes(id, 'delivered')
    expect(rows(bench.hotel, 'select id from early_statuses')).toEqual([])
  })

  test('one about a message nobody knows is parked, not lost and not fatal', async () => {
    await tell([word('wamid.unknown', 'delivered')])
    expect(rows(bench.hotel, 'select provider_id from early_statuses')).toEqual([
      { provider_id: 'wamid.unknown' },
    ])
  })

  test('our id from another company’s number moves nothing here', async () => {
    const { id } = await sentMessage()
    const { fake, school } = bench
    const forged = { ...word('wamid.elsewhere', 'read'), callbackData: String(id) }
    await fake.deliverStatuses(school.phoneNumberId, [forged])
    await drained(school)
    expect(find(id)?.status).toBe('sent')
  })
})

describe('a send that is cut off', () => {
  test('dropped after acceptance: settled by the status, delivered once', async () => {
    const conversationId = await customerWrites()
    bench.fake.fail({ kind: 'accept-then-drop', times: 1, match: { route: 'messages' } })
    const id = queue(conversationId, 'Karibu')
    await until(
      () => rows(bench.hotel, 'select ended_at from message_attempts')[0]?.['ended_at'],
      (endedAt) => typeof endedAt === 'number',
    )
    expect(find(id)?.status).toBe('sending')
    const providerId = sent()[0]?.id ?? ''
    await bench.fake.deliverStatuses(bench.hotel.phoneNumberId, [
      { id: providerId, status: 'sent' },
    ])
    await becomes(id, 'sent')
    expect(find(id)?.provider_id).toBe(providerId)
    skipWaiting('message.settle')
    await jobsDone('message.settle')
    expect(find(id)?.status).toBe('sent')
    expect(sent()).toHaveLength(1)
  })

  test('dropped before: no status comes, so it is unconfirmed, and Send again sends', async () => {
    const conversationId = await customerWrites()
    bench.fake.fail({ kind: 'drop', times: 1, match: { route: 'messages' } })
    const id = queue(conversationId, 'Karibu')
    await until(
      () => rows(bench.hotel, `select id from jobs where kind = 'message.settle'`),
      (jobs) => jobs.length === 1,
    )
    skipWaiting('message.settle')
    await becomes(id, 'unconfirmed')
    expect(sent()).toHaveLength(0)
    expect(retryMessage(bench.hotel.company.db, id)).toEqual({ ok: true })
    await becomes(id, 'sent')
    expect(sent()).toHaveLength(1)
  })

  test('the process died while sending: never repeated by itself', async () => {
    const conversationId = await customerWrites()
    bench.fake.fail({ kind: 'hang', times: 1, match: { route: 'messages' } })
    const id = queue(conversationId, 'Karibu')
    await becomes(id, 'sending')
    // What the next process finds: a running job of a worker that is no more.
    const sqlite = sqliteOf(bench.hotel.company.db)
    sqlite.exec(`update jobs set lease_token = 'dead:1' where kind = 'message.send'`)
    reclaimForeign(sqlite)
    signalTenant(bench.hotel.company.entry.id, 'jobs')
    await until(
      () => rows(bench.hotel, `select id from jobs where kind = 'message.settle'`),
      (jobs) => jobs.length === 1,
    )
    expect(find(id)?.status).toBe('sending')
    skipWaiting('message.settle')
    await becomes(id, 'unconfirmed')
    expect(sent()).toHaveLength(0)
  })

  test('it does not hold up the next message', async () => {
    const conversationId = await customerWrites()
    bench.fake.fail({ kind: 'drop', times: 1, match: { route: 'messages' } })
    queue(conversationId, 'lost')
    await becomes(queue(conversationId, 'next'), 'sent')
  })

  function jobsDone(kind: string) {
    return until(
      () => rows(bench.hotel, `select id from jobs where kind = ? and state <> 'done'`, kind),
      (waiting) => waiting.length === 0,
    )
  }
})

describe('refusals', () => {
  test('a rate limit waits and costs no attempt', async () => {
    const conversationId = await customerWrites()
    bench.fake.fail({ kind: 'error', code: 130429, times: 2, retryAfterSeconds: 1 })
    const id = queue(conversationId, 'Karibu')
    await until(
      () =>
        rows<{ run_at: number }>(
          bench.hotel,
          `select run_at, last_error from jobs where kind = 'message.send'`,
        )[0],
      (job) => (job as { last_error?: string } | undefined)?.last_error === '130429',
    )
    expect(find(id)?.status).toBe('queued')
    await becomes(id, 'sent')
    expect(attempts(id)).toEqual([{ number: 1, state: 'accepted' }])
  })

  test('a passing problem is tried again, and given up in the end', async () => {
    const conversationId = await customerWrites()
    bench.fake.fail({ kind: 'error', code: 131000, match: { route: 'messages' } })
    const id = queue(conversationId, 'Karibu')
    for (let count = 1; count < 5; count += 1) {
      await until(
        () => attempts(id).length,
        (made) => made === count,
      )
      await becomes(id, 'queued')
      await until(
        () =>
          rows(bench.hotel, `select id from jobs where kind = 'message.send' and state = 'queued'`),
        (waiting) => waiting.length === 1,
      )
      skipWaiting('message.send')
    }
    await becomes(id, 'failed')
    expect(attempts(id)).toHaveLength(5)
    expect(find(id)?.failure_code).toBe('131000')
  })

  test('a dead token flags the endpoint, holds the outbox, and a new one releases it', async () => {
    const { fake, hotel, server } = bench
    const conversationId = await customerWrites()
    fake.addNumber({ ...numberOf(), accessToken: 'token-fresh' })
    const ids = [queue(conversationId, 'one'), queue(conversationId, 'two')]
    const status = () => rows(hotel, 'select status from endpoints')[0]?.['status']
    await until(status, (seen) => seen === 'needs_reconnect')
    await until(
      () => ids.map((id) => find(id)?.status),
      (seen) => seen.every((one) => one === 'queued'),
    )
    expect(sent()).toHaveLength(0)
    const changed = server.services.endpoints.update(hotel.company.db, hotel.id, {
      settings: { accessToken: 'token-fresh', appSecret: '' },
    })
    expect(changed).toMatchObject({ ok: true, endpoint: { status: 'active' } })
    await becomes(ids[1] as number, 'sent')
    const texts = sent().map((one) => (one.body['text'] as { body: string }).body)
    expect(texts).toEqual(['one', 'two'])
    expect(await customerWrites('254700000009', 'the secret still fits')).toBeGreaterThan(0)
  })

  test('outside the window free text is refused, an approved template goes', async () => {
    const { hotel, fake } = bench
    const db = hotel.company.db
    const conversationId = await customerWrites()
    await until(
      () => rows(hotel, 'select id from message_templates'),
      (templates) => templates.length > 0,
    )
    const late = Date.now() + 25 * HOUR
    const author = { kind: 'member', memberId: 1 } as const
    const free = queueMessage(db, { conversationId, author, text: 'late', now: late })
    expect(free).toEqual({ ok: false, reason: 'outside_reply_window' })
    fake.closeWindow(hotel.phoneNumberId, CUSTOMER)
    const use = (template: object) =>
      queueMessage(db, { conversationId, author, template: template as never, now: late })
    const order = { name: 'order_update', language: 'sw', variables: ['Asha', 'A-1042'] }
    expect(use({ ...order, variables: ['Asha'] })).toMatchObject({ reason: 'template_variables' })
    expect(use({ ...order, name: 'season_offer', language: 'en' })).toMatchObject({
      reason: 'template_not_approved',
    })
    const result = use(order)
    if (!result.ok) throw new Error(result.reason)
    await becomes(result.messageId, 'sent')
    expect(find(result.messageId)?.text).toBe('Habari Asha, oda yako A-1042 iko tayari.')
    expect(sent()[0]).toMatchObject({
      type: 'template',
      body: { template: { name: 'order_update' } },
    })
  })
})

test('a member’s and a program’s message pause the AI, the AI’s own does not', async () => {
  const state = (id: number) =>
    rows(bench.hotel, 'select ai_state from conversations where id = ?', id)[0]?.['ai_state']
  const say = (conversationId: number, author: object) =>
    queueMessage(bench.hotel.company.db, { conversationId, author: author as never, text: 'x' })
  const [a, b] = [await customerWrites('254700000001'), await customerWrites('254700000002')]
  say(a, { kind: 'ai', answerId: null })
  expect(state(a)).toBe('on')
  say(a, { kind: 'member', memberId: 1 })
  say(b, { kind: 'api' })
  expect([state(a), state(b)]).toEqual(['paused', 'paused'])
})

test('an AI answer that waited is dropped when a person took over', async () => {
  const conversationId = await customerWrites()
  sqliteOf(bench.hotel.company.db).exec(`update endpoints set status = 'needs_reconnect'`)
  const author = { kind: 'ai', answerId: null } as const
  const db = bench.hotel.company.db
  const answer = queueMessage(db, { conversationId, author, text: 'from the AI' })
  if (!answer.ok) throw new Error(answer.reason)
  await new Promise((resolve) => setTimeout(resolve, 5))
  const own = queue(conversationId, 'from me')
  bench.server.services.endpoints.setEnabled(db, bench.hotel.id, true)
  await becomes(own, 'sent')
  expect(find(answer.messageId)).toMatchObject({ status: 'failed', failure_code: 'superseded' })
  expect(sent()).toHaveLength(1)
})

test('a repeated key returns the first message', async () => {
  const conversationId = await customerWrites()
  const input = { conversationId, author: { kind: 'api' }, text: 'x', idempotencyKey: 'k' } as const
  const first = queueMessage(bench.hotel.company.db, input)
  const second = queueMessage(bench.hotel.company.db, input)
  expect(first).toMatchObject({ ok: true, isNew: true })
  expect(second).toEqual({ ...first, isNew: false })
})

test('what may not be queued is refused with its reason', async () => {
  const db = bench.hotel.company.db
  const conversationId = await customerWrites()
  const author = { kind: 'member', memberId: 1 } as const
  const reason = (input: object) => {
    const result = queueMessage(db, { conversationId, author, ...input })
    return result.ok ? 'queued' : result.reason
  }
  const run = (sql: string) => sqliteOf(db).exec(sql)
  expect(reason({ text: '  ' })).toBe('empty_message')
  expect(reason({ text: 'x'.repeat(4097) })).toBe('message_too_long')
  expect(reason({ text: 'x', conversationId: 99 })).toBe('not_found')
  expect(reason({ text: 'x', replyToId: 99 })).toBe('not_found')
  expect(reason({ text: 'x', fileIds: [99] })).toBe('not_found')
  run('update contacts set blocked_at = 1')
  expect(reason({ text: 'x' })).toBe('contact_blocked')
  run('update contacts set blocked_at = null; update company set owner_verified_at = null')
  expect(reason({ text: 'x' })).toBe('owner_not_verified')
  run(`update company set owner_verified_at = 1; update endpoints set status = 'disabled'`)
  expect(reason({ text: 'x' })).toBe('endpoint_disabled')
  run(`update endpoints set status = 'active'; update conversations set status = 'closed'`)
  expect(reason({ text: 'x' })).toBe('conversation_closed')
})

const EARLY = {
  ...{ early: true, skipDelivered: false, reversed: false, duplicate: false },
  ...{ batched: false, delayMs: 0 },
}

function numberOf() {
  return {
    ...{ phoneNumberId: bench.hotel.phoneNumberId, displayPhoneNumber: '15550783881' },
    ...{ wabaId: '102290129350398', appSecret: 'secret-of-hotel' },
    webhookUrl: `http://hotel.localhost:${bench.server.port}${bench.hotel.path}`,
  }
}
