import type { WhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { NUMBER } from './company.ts'
import type { Ledger } from './ledger.ts'
import type { DayOptions } from './options.ts'

/** Phones that write at the same moment. */
const LANES = 12
/** Of so many messages the vendor delivers one a second time, as it does. */
const AGAIN_EVERY = 20

const SENTENCES = [
  ...['Hello, do you have tyres?', 'How much is delivery to Kisumu?', 'Bei gani?'],
  ...['I want to buy two', 'Asante sana', 'When do you open?', 'My order is late', 'Naomba bei'],
]

/** Customers write until all has been written; each message once, though some arrive twice. */
export async function writeAllDay(
  fake: WhatsAppFake,
  options: DayOptions,
  { ledger, random }: { ledger: Ledger; random: () => number },
): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < options.messages) {
      const index = next++
      const customer = index % options.customers
      const id = `wamid.day.${index}`
      const sentence = SENTENCES[Math.floor(random() * SENTENCES.length)] ?? ''
      const text = `${sentence} #${index}`
      const message = {
        type: 'text' as const,
        from: phoneOf(customer),
        name: nameOf(customer),
        id,
        text,
      }
      const first = await fake.deliverInbound(NUMBER.phoneNumberId, message)
      if (first.status === 200) ledger.received.set(id, text)
      if (index % AGAIN_EVERY === 0) await fake.deliverInbound(NUMBER.phoneNumberId, message)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Now and then one person writes from two numbers: the same one in two countries. */
const TWIN_EVERY = 25
const isTwin = (customer: number) => customer % TWIN_EVERY === 1

function phoneOf(customer: number): string {
  const [country, own] = isTwin(customer) ? ['255', customer - 1] : ['254', customer]
  return `${country}7${String(10_000_000 + own)}`
}

function nameOf(customer: number): string {
  return `Customer ${isTwin(customer) ? customer - 1 : customer}`
}
