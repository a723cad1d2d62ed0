import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setConsent } from '#app/domain/contacts/consent.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { reopenConversation } from '#app/domain/conversations/reopen.server.ts'
import { messages } from '#app/domain/conversations/schema.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { answerSurvey, findSurveyState } from './answer.server.ts'
import { listAnswers, sumAnswers, sumPerMember } from './report.server.ts'
import { csatSurveys } from './schema.server.ts'
import { sendSurvey } from './send.server.ts'
import { saveCsatSettings } from './settings.server.ts'

let tenant: TestTenant
let endpoint: number
let owner: Actor
let agent: Actor
let links: string[]

const ON = { isOn: true, channels: [], delayMinutes: 5, questionEn: '', questionSw: '' }
const DAY_MS = 24 * 3_600_000

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  agent = addMember(tenant.db, 'agent', 'Otieno')
  links = []
  saveCsatSettings(tenant.db, { id: owner.id, name: 'Wanjiru' }, ON)
})
afterEach(() => tenant.close())

function add(options: Parameters<typeof addConversation>[2] = {}) {
  const made = addConversation(tenant.db, endpoint, { assignedTo: agent.id, ...options })
  sqliteOf(tenant.db)
    .prepare('update conversations set last_inbound_provider_at = ? where id = ?')
    .run(Date.now(), made.id)
  return made
}
const close = (id: number, outcome: 'resolved' | 'abandoned' = 'resolved') =>
  closeConversation(tenant.db, agent, id, { outcome })
const surveys = () => tenant.db.select().from(csatSurveys).all()
const send = (id = surveys().at(-1)?.id ?? 0, now?: number) =>
  sendSurvey(tenant.db, id, {
    toLink: (token) => {
      links.push(token)
      return `https://x/feedback/${token}`
    },
    toQuestion: (language, company) => `${language} ${company}?`,
    now,
  })
const sent = () =>
  tenant.db
    .select()
    .from(messages)
    .all()
    .filter((row) => row.direction === 'outbound')

describe('asking', () => {
  test('goes out once through the outbox, with a link whose secret is not kept', () => {
    const { id } = add()
    close(id)
    expect(surveys()).toMatchObject([{ state: 'planned', tokenHash: null, memberId: agent.id }])
    expect(sent()).toEqual([])
    send()
    send()
    expect(sent()).toMatchObject([{ authorKind: 'system', status: 'queued', conversationId: id }])
    expect(sent()[0]?.text).toBe(`en Test Company?\nhttps://x/feedback/${links[0]}`)
    expect(surveys()[0]?.tokenHash).not.toContain(links[0])
    expect(findThread(tenant.db, owner, id)?.head.status).toBe('closed')
  })

  test.each(['turned off', 'another channel', 'abandoned'])('nobody is asked: %s', (why) => {
    const saver = { id: owner.id, name: 'Wanjiru' }
    if (why === 'turned off') saveCsatSettings(tenant.db, saver, { ...ON, isOn: false })
    if (why === 'another channel')
      saveCsatSettings(tenant.db, saver, { ...ON, channels: ['telegram'] })
    close(add().id, why === 'abandoned' ? 'abandoned' : 'resolved')
    expect(surveys()).toEqual([])
  })

  test('speaks the customer’s language, in the company’s own words where it has some', () => {
    const saver = { id: owner.id, name: 'Wanjiru' }
    saveCsatSettings(tenant.db, saver, { ...ON, questionSw: 'Tulikuhudumiaje?' })
    for (const language of ['sheng', 'sw', 'fr']) {
      const { id, contactId } = add()
      sqliteOf(tenant.db)
        .prepare('update contacts set language = ? where id = ?')
        .run(language, contactId)
      close(id)
      send()
    }
    expect(sent().map((row) => row.text?.split('\n')[0])).toEqual([
      ...['Tulikuhudumiaje?', 'Tulikuhudumiaje?', 'en Test Company?'],
    ])
  })

  test('not when it goes on, nor for the closing before', () => {
    const { id } = add()
    close(id)
    reopenConversation(tenant.db, agent, id)
    expect(surveys()).toMatchObject([{ state: 'skipped', skipReason: 'reopened' }])
    send()
    expect(sent()).toEqual([])
    close(id)
    send()
    expect(sent()).toHaveLength(1)
  })

  const reasons: [string, (made: { id: number; contactId: number }) => void][] = [
    [
      'not_wanted',
      ({ contactId }) =>
        setConsent(tenant.db, {
          ...{ contactId, channel: 'whatsapp-cloud', category: '*', state: 'withdrawn' },
          source: 'message',
        }),
    ],
    [
      'not_wanted',
      ({ contactId }) =>
        sqliteOf(tenant.db)
          .prepare('update contacts set blocked_at = 1 where id = ?')
          .run(contactId),
    ],
    [
      'outside_reply_window',
      ({ id }) =>
        sqliteOf(tenant.db)
          .prepare('update conversations set last_inbound_provider_at = 1 where id = ?')
          .run(id),
    ],
    ['talking_again', ({ contactId }) => add({ contactId })],
  ]
  test.each(reasons)('skipped, and says why: %s', (reason, change) => {
    const made = add()
    close(made.id)
    change(made)
    send(surveys()[0]?.id)
    expect(surveys()[0]).toMatchObject({ state: 'skipped', skipReason: reason })
    expect(sent()).toEqual([])
  })

  test('a person is asked once a week', () => {
    const { id, contactId } = add()
    close(id)
    send()
    const again = add({ contactId })
    close(again.id)
    send()
    expect(surveys().at(-1)).toMatchObject({ state: 'skipped', skipReason: 'asked_lately' })
    const later = add({ contactId })
    close(later.id)
    sqliteOf(tenant.db)
      .prepare('update csat_surveys set sent_at = sent_at - ?')
      .run(8 * DAY_MS)
    send()
    expect(surveys().at(-1)?.state).toBe('sent')
  })
})

describe('answering', () => {
  function ask(options: Parameters<typeof add>[0] = {}) {
    const made = add(options)
    close(made.id)
    send()
    return { ...made, token: links.at(-1) ?? '' }
  }

  test('counts the first answer alone and shows in the thread', () => {
    const { id, token } = ask()
    expect(findSurveyState(tenant.db, token)).toBe('open')
    const answer = { rating: 4, comment: ' Quick! ' }
    expect(answerSurvey(tenant.db, token, answer)).toEqual({ ok: true })
    expect(answerSurvey(tenant.db, token, { rating: 1, comment: '' })).toEqual({
      ...{ ok: false, reason: 'already_answered' },
    })
    expect(findSurveyState(tenant.db, token)).toBe('answered')
    const events = findThread(tenant.db, owner, id)?.items.filter((item) => item.kind === 'event')
    expect(events?.at(-1)).toMatchObject({
      ...{ event: 'csat_answered', comment: 'Quick!', actorKind: 'contact' },
    })
    expect(JSON.stringify(events?.at(-1)?.data)).not.toContain('Quick')
  })

  test('links that never were, of another company, or too old are all dead', () => {
    const { token } = ask()
    const rival = createTestTenant()
    const dead = { ok: false, reason: 'link_dead' }
    expect(answerSurvey(rival.db, token, { rating: 5, comment: '' })).toEqual(dead)
    rival.close()
    for (const wrong of ['', 'x', `${token.slice(0, -1)}~`, token.toLowerCase() + 'a'])
      expect(findSurveyState(tenant.db, wrong)).toBeUndefined()
    const late = Date.now() + 31 * DAY_MS
    expect(findSurveyState(tenant.db, token, late)).toBeUndefined()
    expect(answerSurvey(tenant.db, token, { rating: 5, comment: '', now: late })).toEqual(dead)
  })

  test('figures per company and colleague; an agent reads answers within reach only', () => {
    const [one, two] = [ask(), ask({ assignedTo: owner.id })]
    // Who was assigned to the owner is closed by the owner.
    closeConversation(tenant.db, owner, two.id, { outcome: 'resolved' })
    send()
    answerSurvey(tenant.db, one.token, { rating: 5, comment: 'Great' })
    answerSurvey(tenant.db, links.at(-1) ?? '', { rating: 2, comment: 'Slow' })
    expect(sumAnswers(tenant.db, owner)).toMatchObject({
      ...{ answers: 2, average: 3.5, good: 1, asked: 2 },
    })
    expect(sumPerMember(tenant.db, owner).map(({ name, average }) => [name, average])).toEqual(
      expect.arrayContaining([
        ['Otieno', 5],
        ['Wanjiru', 2],
      ]),
    )
    expect(listAnswers(tenant.db, owner, { search: 'slow' }).rows).toMatchObject([{ rating: 2 }])
    expect(listAnswers(tenant.db, owner, { rating: 5 }).rows).toMatchObject([{ comment: 'Great' }])
    expect(sumAnswers(tenant.db, agent)).toMatchObject({ answers: 1, average: 5 })
    expect(sumAnswers(tenant.db, agent, { memberId: owner.id })).toMatchObject({ answers: 0 })
    expect(sumPerMember(tenant.db, agent)).toEqual([])
    expect(listAnswers(tenant.db, agent).rows).toEqual([])
    reopenConversation(tenant.db, agent, one.id)
    expect(listAnswers(tenant.db, agent).rows).toMatchObject([{ comment: 'Great' }])
  })
})
