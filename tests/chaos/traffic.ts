import { setTimeout as wait } from 'node:timers/promises'
import type { WhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import type { InboundResult } from '#tests/fakes/whatsapp/inbound.ts'
import { QUESTION } from './companies.ts'
import type { Company } from './companies.ts'

/** One message of one customer who never wrote before: so answers can be counted by customer. */
export type Written = {
  company: Company
  phone: string
  at: number
  /** of the first attempt; undefined while it is under way */
  firstStatus?: number
  tookMs?: number
  result?: InboundResult
  /** what became of it is told apart, and not counted */
  isAside?: boolean
}
export type Traffic = ReturnType<typeof startTraffic>

/** The vendor has been told 200 for it, at the first attempt or later. */
export const isAcknowledged = ({ result }: Written) =>
  result?.delivery.attempts.some(({ status }) => status === 200) ?? false

/** Customers who write to all companies in turn, until stopped. Refused ones are sent again. */
export function startTraffic(
  vendor: WhatsAppFake,
  companies: Company[],
  { gapMs, random }: { gapMs: number; random: () => number },
) {
  const written: Written[] = []
  const quiet = new Set<string>()
  const underWay = new Set<Promise<void>>()
  let isStopped = false
  let isHeld = false
  let serial = 0

  async function write(company: Company): Promise<Written> {
    const one: Written = { company, phone: String(254_720_000_000 + serial++), at: Date.now() }
    written.push(one)
    const startedAt = performance.now()
    const { phone: from } = one
    one.result = await vendor.deliverInbound(company.phoneNumberId, {
      ...{ type: 'text', from, name: `Guest ${serial}`, text: QUESTION },
    })
    one.tookMs = performance.now() - startedAt
    one.firstStatus = one.result.delivery.attempts[0]?.status ?? 0
    return one
  }

  function launch(company: Company): void {
    const done: Promise<void> = write(company).then(() => void underWay.delete(done))
    underWay.add(done)
  }

  async function run(): Promise<void> {
    for (let turn = 0; !isStopped; turn += 1) {
      const company = companies[turn % companies.length] as Company
      if (!isHeld && !quiet.has(company.slug)) launch(company)
      await wait(gapMs * (0.5 + random()))
    }
  }
  const running = run()

  return {
    ...{ written, write },
    /** Nobody writes to this company for a while. */
    pause: (company: Company) => void quiet.add(company.slug),
    resume: (company: Company) => void quiet.delete(company.slug),
    /** Nobody writes at all; resolves when every first attempt has ended. */
    hold: async () => {
      isHeld = true
      await Promise.all(underWay)
    },
    setAside: (ones: Written[]) => {
      for (const one of ones) one.isAside = true
    },
    goOn: () => void (isHeld = false),
    stop: async () => {
      isStopped = true
      await running
      await Promise.all(underWay)
    },
  }
}
