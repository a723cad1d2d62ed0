import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import type { PaymentMethod } from '#app/domain/sales/sale.ts'
import type { Guide, StarterProduct } from '#app/industries/guide.ts'

export type Said = {
  by: 'customer' | 'assistant' | 'staff'
  text: string
  minutesAgo: number
}

/** A conversation of a demo company. `staff` is who of the sample team has it, from 0. */
export type SampleStory = {
  person: string
  channel: ChannelKind
  said: Said[]
  staff?: number
  /** the assistant gave it to people, and nobody has it yet */
  waits?: boolean
  end?: { outcome: 'resolved' | 'lost'; reason: string } | { outcome: 'won'; sale: SampleSale }
  lead?: { title: string; priceKes: number; stage: number }
}

export type SampleSale = { name: string; priceKes: number; payment: PaymentMethod }

const HOUR = 60
const DAY = 24 * HOUR

/**
 * The last days of a company of a trade, told from what its guide knows: goods, questions with
 * answers, and what customers say against buying. Nobody in it exists.
 */
export function tellSamples(guide: Guide): SampleStory[] {
  return [...tellOpen(guide), ...tellEnded(guide)]
}

function tellOpen(guide: Guide): SampleStory[] {
  const [first, second, third] = pickProducts(guide)
  const [faq, other] = [pick(guide.faqs, 0), pick(guide.faqs, 1)]
  return [
    {
      ...{ person: 'Amina Hassan', channel: 'whatsapp-cloud' },
      said: talk(35, [
        ['customer', `Hello, how much is the ${lower(first.name)}?`],
        ['assistant', offer(first)],
        ['customer', faq.question],
        ['assistant', faq.answer],
        ['customer', 'Thank you, I will think about it and come back to you.'],
      ]),
      lead: { title: first.name, priceKes: first.priceKes, stage: 1 },
    },
    {
      ...{ person: 'Peter Mwangi', channel: 'whatsapp-cloud', staff: 0 },
      said: talk(5 * HOUR, [
        ['customer', `Hi, I am interested in the ${lower(second.name)}. What does it cost?`],
        ['assistant', offer(second)],
        ['customer', pick(guide.objections, 0).said],
        ['staff', 'Hello Peter, I understand. What would you like to have at the end?'],
        ['customer', 'I want to decide this week. Can you send me your best offer today?'],
      ]),
      lead: { title: second.name, priceKes: second.priceKes, stage: 3 },
    },
    {
      ...{ person: 'Zawadi Njeri', channel: 'web-chat', waits: true },
      said: talk(50, [
        ['customer', 'Habari, naomba kuongea na mtu kuhusu bei.'],
        ['assistant', 'Asante kwa kuuliza. Nimemjulisha mwenzangu, atakujibu hapa hapa.'],
      ]),
    },
    {
      ...{ person: 'Kevin Omondi', channel: 'telegram' },
      said: talk(9 * HOUR, [
        ['customer', other.question],
        ['assistant', other.answer],
        ['customer', `And how much is the ${lower(third.name)}?`],
        ['assistant', offer(third)],
      ]),
    },
    {
      ...{ person: 'Fatuma Ali', channel: 'telegram', staff: 1 },
      said: talk(DAY + 2 * HOUR, [
        [
          'customer',
          `Good morning. We may need the ${lower(first.name)} next month, more than once.`,
        ],
        ['assistant', offer(first)],
        ['staff', 'Good morning Fatuma. How many, and for which date?'],
        ['customer', 'Three. I will confirm the date tomorrow.'],
      ]),
      lead: { title: `3 × ${first.name}`, priceKes: first.priceKes * 3, stage: 2 },
    },
  ]
}

function tellEnded(guide: Guide): SampleStory[] {
  const [first, second, third] = pickProducts(guide)
  const [faq, other] = [pick(guide.faqs, 2), pick(guide.faqs, 0)]
  const sale: SampleSale = { name: first.name, priceKes: first.priceKes, payment: 'mpesa' }
  return [
    {
      ...{ person: 'Grace Wambui', channel: 'whatsapp-cloud', staff: 0 },
      said: talk(2 * HOUR + 20, [
        ['customer', `Hello, is the ${lower(first.name)} available this week?`],
        ['assistant', `${offer(first)} A colleague confirms it with you.`],
        ['staff', 'Hello Grace, yes it is. Shall I arrange it for you?'],
        ['customer', 'Yes please. Can I pay by M-Pesa?'],
        ['staff', 'Of course. I have just sent you the details.'],
        ['customer', 'Paid. Thank you for the quick help!'],
      ]),
      end: { outcome: 'won', sale },
      lead: { title: first.name, priceKes: first.priceKes, stage: 2 },
    },
    {
      ...{ person: 'David Kiplagat', channel: 'web-chat', staff: 1 },
      said: talk(DAY + 6 * HOUR, [
        ['customer', faq.question],
        ['assistant', faq.answer],
        ['customer', 'That answers my question, thanks.'],
      ]),
      end: { outcome: 'resolved', reason: 'Answered' },
    },
    {
      ...{ person: 'Mercy Achieng', channel: 'whatsapp-cloud', staff: 1 },
      said: talk(2 * DAY, [
        ['customer', `How much is the ${lower(second.name)}?`],
        ['assistant', offer(second)],
        ['customer', pick(guide.objections, 1).said],
        ['staff', 'I see, Mercy. Is there anything that would help you decide?'],
        ['customer', 'Not this time, thank you.'],
      ]),
      end: { outcome: 'lost', reason: 'Not now' },
      lead: { title: second.name, priceKes: second.priceKes, stage: 1 },
    },
    {
      ...{ person: 'Samuel Mutua', channel: 'whatsapp-cloud' },
      said: talk(3 * DAY, [
        ['customer', other.question],
        ['assistant', other.answer],
        ['customer', `Good. And the ${lower(third.name)}?`],
        ['assistant', offer(third)],
      ]),
    },
  ]
}

/** Every few minutes somebody says something, beginning so long ago. */
function talk(startsAgo: number, lines: [Said['by'], string][]): Said[] {
  const step = Math.max(1, Math.min(4, Math.floor(startsAgo / (lines.length + 1))))
  return lines.map(([by, text], index) => ({ by, text, minutesAgo: startsAgo - index * step }))
}

function offer({ name, priceKes, description }: StarterProduct): string {
  return `The ${lower(name)} is KES ${priceKes.toLocaleString('en-KE')}. ${description}`
}

/** `Deluxe room` in the middle of a sentence; `Toyota Vitz` and `SUV` stay as they are. */
function lower(name: string): string {
  return /[A-Z]/.test(name.slice(1)) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

function pickProducts({ products }: Guide): [StarterProduct, StarterProduct, StarterProduct] {
  const priced = products.filter(({ priceKes }) => priceKes > 0)
  return [pick(priced, 0), pick(priced, 1), pick(priced, 2)]
}

/** The one at a place; of a shorter list the last. @throws when there is none at all */
function pick<T>(list: readonly T[], index: number): T {
  const found = list[Math.min(index, list.length - 1)]
  if (found === undefined) throw new Error('The guide of this trade is empty')
  return found
}
