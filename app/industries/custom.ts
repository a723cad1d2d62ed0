import type { Industry } from './industry.ts'
import { leadField } from './lead-field.ts'
import { budget, decides, payment, place, wantedOn } from './shared-fields.ts'

export const custom = {
  prompt:
    'You answer customers of this company. Find out what they need, answer from what the ' +
    'company has taught you, and offer a colleague when that is better.',
  limits: [
    'Promise nothing that the passages do not state.',
    'Give no medical, legal or financial advice.',
    'Never ask for passwords, PINs, one-time codes or card numbers.',
  ],
  leadFields: [
    leadField('wants', 'text', ['What they want', 'Anachotaka'], {
      about: 'What the customer wants to buy or have done.',
      words: ['i want', 'i need', 'looking for', 'interested in', 'nataka', 'nahitaji', 'natafuta'],
      takesProduct: true,
      isOnCard: true,
    }),
    budget,
    wantedOn,
    place,
    payment,
    decides,
  ],
} satisfies Industry
