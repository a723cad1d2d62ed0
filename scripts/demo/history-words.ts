/** The same numbers between 0 and 1 for the same seed. */
export type Dice = () => number

export function makeDice(seed: number): Dice {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

export const names = [
  ...['Wanjiru Mwangi', 'Otieno Ouma', 'Fatuma Ali', 'Kiprono Koech', 'Njeri Kamau', 'Baraka Juma'],
  ...['Achieng Odhiambo', 'Mutua Musyoka', 'Halima Abdi', 'Chebet Rono', 'Kamau Njuguna'],
  ...['Zuhura Salim', 'Wafula Barasa', 'Nyambura Kariuki', 'Hassan Omar', 'Atieno Okello'],
  ...['Muthoni Gitau', 'Jelimo Kiptoo', 'Rashid Mohamed', 'Wairimu Ndungu', 'Onyango Owino'],
  ...['Amani Mushi', 'Neema Massawe', 'Tumaini Kessy'],
]

export type Plot = {
  words: ['contact' | 'ai' | 'member', string][]
  outcome: 'won' | 'lost' | 'resolved' | 'abandoned'
  person: boolean
  isLead: boolean
  isUpset?: boolean
  /** after which of the words the assistant gave it to people */
  handsOverAt?: number
  reason?: string
}

export const plots: Plot[] = [
  {
    words: [
      ['contact', 'Hello, how much is {product}?'],
      ['ai', 'Good day! I can tell you the price and what is included. When do you need it?'],
      ['contact', 'This week. Thank you, that is great'],
    ],
    ...{ outcome: 'resolved', person: false, isLead: false },
  },
  {
    words: [
      ['contact', 'Nataka kununua {product}, bei gani?'],
      ['ai', 'Karibu! Nitakupa bei sasa hivi.'],
      ['contact', 'Sawa, nilipe vipi?'],
      ['member', 'Habari, lipa kwa M-Pesa na nitakuthibitishia mara moja.'],
      ['contact', 'Nimelipa, asante sana'],
    ],
    ...{ outcome: 'won', person: true, isLead: true, handsOverAt: 2, reason: 'order' },
  },
  {
    words: [
      ['contact', 'Do you have {product} available? I want to order one'],
      ['ai', 'Yes, it is available. Shall I ask a colleague to prepare your order?'],
      ['contact', 'Yes please'],
      ['member', 'Hi, I have prepared it for you. You can pay on delivery.'],
      ['contact', 'Perfect, I will take it'],
    ],
    ...{ outcome: 'won', person: true, isLead: true, handsOverAt: 2, reason: 'assistant_asked' },
  },
  {
    words: [
      ['contact', '{product} is too expensive for me. Any discount?'],
      ['ai', 'Let me ask a colleague what we can do.'],
      ['member', 'Hello, this is our best price at the moment.'],
      ['contact', 'Then I found cheaper elsewhere'],
    ],
    ...{ outcome: 'lost', person: true, isLead: true, handsOverAt: 1, reason: 'low_confidence' },
  },
  {
    words: [
      ['contact', 'I want to complain, my order never arrived. This is terrible'],
      ['ai', 'I am sorry. A colleague looks into it at once.'],
      ['member', 'Sorry for this! It leaves with our driver today.'],
      ['contact', 'Still waiting, I am very disappointed'],
      ['member', 'It has arrived now. We have taken off the delivery fee.'],
    ],
    ...{ outcome: 'resolved', person: true, isLead: false, isUpset: true },
    ...{ handsOverAt: 1, reason: 'customer_asked' },
  },
  {
    words: [
      ['contact', 'Where are you located and what time do you open?'],
      ['ai', 'You find us in town, and we open at eight in the morning.'],
    ],
    ...{ outcome: 'resolved', person: false, isLead: false },
  },
  {
    words: [
      ['contact', 'Can I book for next Saturday?'],
      ['ai', 'For how many people may I look?'],
      ['contact', 'Two. I would like {product}'],
      ['ai', 'It is free on Saturday. A colleague confirms it with you.'],
      ['member', 'Confirmed! See you on Saturday.'],
    ],
    ...{ outcome: 'won', person: true, isLead: true, handsOverAt: 3, reason: 'assistant_asked' },
  },
  {
    words: [
      ['contact', 'Mko wapi? Je, mnaleta nyumbani?'],
      ['ai', 'Ndiyo, tunaleta. Uko mtaa gani?'],
    ],
    ...{ outcome: 'abandoned', person: false, isLead: false },
  },
  {
    words: [
      ['contact', 'Tell me about {product}, do you offer instalments?'],
      ['ai', 'We do. A colleague can work out a plan for you.'],
      ['member', 'Hello! I have sent you a plan over six months.'],
    ],
    ...{
      outcome: 'abandoned',
      person: true,
      isLead: true,
      handsOverAt: 1,
      reason: 'low_confidence',
    },
  },
]
