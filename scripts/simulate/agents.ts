import { setTimeout as wait } from 'node:timers/promises'
import { PRICE_MINOR } from './company.ts'
import type { Ledger } from './ledger.ts'
import { idsIn } from './person.ts'
import type { Person } from './person.ts'

const CONVERSATION = /href="\/conversations\/(\d+)/g
/** Conversations one looks into before the list is looked at again. */
const AT_A_TIME = 6
/** Even the quickest looks before the next click. */
const PAUSE_MS = 60

type Work = { ledger: Ledger; random: () => number; colleagues: number[] }

/** One agent's day: comes online, and works through what is theirs until the day is over. */
export async function workAllDay(agent: Person, work: Work, isOver: () => boolean): Promise<void> {
  await agent.post('/presence', { presence: 'online' })
  let round = 0
  while (!isOver() && !work.ledger.left.includes(agent.id)) {
    round += 1
    await agent.post('/presence/activity')
    const { body } = await agent.get('/conversations?tab=mine')
    const ids = idsIn(body, CONVERSATION).slice(0, AT_A_TIME)
    for (const id of ids) {
      await lookInto(agent, id, work, `${agent.id}.${round}`)
      await wait(PAUSE_MS)
    }
    if (ids.length === 0) await wait(PAUSE_MS)
  }
}

async function lookInto(agent: Person, id: number, work: Work, key: string): Promise<void> {
  const { ledger, random } = work
  const path = `/conversations/${id}`
  const chance = random()
  const text = `Reply ${key}.${id}`
  if (chance < 0.5) {
    if (await agent.post(`${path}/messages`, { text })) ledger.replies.add(text)
  } else if (chance < 0.58) {
    if (await agent.post(`${path}/notes`, { text: `Note ${key}` })) ledger.notes += 1
  } else if (chance < 0.64) {
    if (await agent.post(`${path}/snooze`, { preset: 'tomorrow' })) ledger.snoozes += 1
  } else if (chance < 0.68) await askForTransfer(agent, path, work)
  else if (chance < 0.72) await agent.get(path)
  else if (chance < 0.75) await agent.post(`${path}/unread`)
  else await close(agent, path, work)
}

async function askForTransfer(agent: Person, path: string, work: Work): Promise<void> {
  const { ledger, random, colleagues } = work
  const others = colleagues.filter((id) => id !== agent.id)
  const target = random() < 0.5 ? String(others[Math.floor(random() * others.length)] ?? '') : ''
  const form = { targetMemberId: target, reason: 'Somebody else knows more' }
  if (await agent.post(`${path}/transfer`, form)) ledger.transfersAsked += 1
}

async function close(agent: Person, path: string, { ledger, random }: Work): Promise<void> {
  const chance = random()
  const quantity = 1 + Math.floor(random() * 4)
  const sale = {
    ...{ outcome: 'won', 'items.0.name': 'Tyre', 'items.0.quantity': String(quantity) },
    ...{ paymentMethod: 'mpesa', whatWorked: 'A quick answer' },
  }
  const outcome =
    chance < 0.3 ? 'won' : chance < 0.5 ? 'lost' : chance < 0.9 ? 'resolved' : 'abandoned'
  const form: Record<string, string> = outcome === 'won' ? sale : { outcome, lostReasonId: '1' }
  if (!(await agent.post(`${path}/closure`, form))) return
  ledger.closings[outcome] += 1
  if (outcome === 'won') ledger.soldMinor += quantity * PRICE_MINOR
}
