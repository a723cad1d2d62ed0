import type { Industry } from './industry.ts'
import { leadField } from './lead-field.ts'
import { budget, payment, place, quantity } from './shared-fields.ts'

export const techShop = {
  prompt:
    'You help people buy phones, computers and accessories. Ask what they use it for, compare ' +
    'two or three options by what matters, with price, stock and warranty.',
  limits: [
    'State specifications and compatibility only as the passages do.',
    'Promise no repair time, trade-in value or discount of your own.',
    'Never ask for device passwords, PINs or one-time codes.',
  ],
  leadFields: [
    leadField('product', 'text', ['Device wanted', 'Kifaa anachotaka'], {
      about: 'The device or part the customer wants: model, storage, colour.',
      words: [
        'solar kit',
        'laptop',
        'phone',
        'tv',
        'i will take',
        'looking for',
        'nataka',
        'natafuta',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('use', 'text', ['What it is for', 'Matumizi'], {
      about: 'What the customer will use it for.',
      words: [
        'for gaming',
        'for school',
        'for work',
        'for my business',
        'kwa fridge',
        'kwa ajili ya',
        'kwa kazi',
      ],
    }),
    quantity,
    budget,
    leadField(
      'trade_in',
      'yes_no',
      ['Old device in exchange', 'Kifaa cha zamani kwa kubadilishana'],
      {
        about: 'Whether the customer wants to give an old device in part payment.',
        words: ['trade in', 'trade-in', 'swap my', 'exchange my', 'top up and', 'kubadilisha simu'],
      },
    ),
    place,
    payment,
  ],
} satisfies Industry
