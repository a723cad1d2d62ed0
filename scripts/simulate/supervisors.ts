import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from './ledger.ts'
import { idsIn } from './person.ts'
import type { Person } from './person.ts'

const PAUSE_MS = 200
const MERGES_MAX = 40
/** After so much of the day's messages each of the two goes. */
const LEAVES_AT = [0.4, 0.65]

type Day = { ledger: Ledger; random: () => number; isOver: () => boolean; share: () => number }

/** Decides requests, hands out what waits, merges people who are one, and looks at the figures. */
export async function superviseAllDay(manager: Person, day: Day): Promise<void> {
  while (!day.isOver()) {
    await decideTransfers(manager, day)
    await mergeTwins(manager, day)
    await manager.get('/dashboard')
    await manager.get('/queue')
    await wait(PAUSE_MS)
  }
  await decideTransfers(manager, day)
}

async function decideTransfers(manager: Person, { ledger, random }: Day): Promise<void> {
  const { body } = await manager.get('/transfers')
  for (const id of idsIn(body, /href="\/transfers\/(\d+)/g)) {
    const decision = random() < 0.75 ? 'approve' : 'refuse'
    const { body: page } = await manager.get(`/transfers/${id}`)
    const wished = /<option[^>]*value="(\d+)"[^>]*selected/.exec(page)?.[1] ?? ''
    const form = { decision, memberId: wished, reason: 'As the day goes' }
    if (await manager.post(`/transfers/${id}`, form)) ledger.transfersDecided += 1
  }
}

async function mergeTwins(manager: Person, { ledger }: Day): Promise<void> {
  if (ledger.merges >= MERGES_MAX) return
  const { body } = await manager.get('/contacts/duplicates')
  const pair = /\/contacts\/(\d+)\/merge\?with=(\d+)/.exec(body.replaceAll('&amp;', '&'))
  if (!pair?.[1] || !pair[2]) return
  if (await manager.post(`/contacts/${pair[1]}/merge`, { gone: pair[2] })) ledger.merges += 1
}

/** Two agents leave in the middle of the day: one hands over, the other is only let go. */
export async function leaveInBetween(owner: Person, agents: Person[], day: Day): Promise<void> {
  for (const [index, at] of LEAVES_AT.entries()) {
    const agent = agents[index]
    while (day.share() < at && !day.isOver()) await wait(PAUSE_MS)
    if (!agent) return
    if (index === 0)
      await owner.post(`/members/${agent.id}/leaving`, { to: 'spread', reason: 'Moves away' })
    day.ledger.left.push(agent.id)
    await owner.post(`/members/${agent.id}/deactivation`)
  }
}
