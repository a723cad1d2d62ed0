import type { Industry } from './industry.ts'
import { leadField } from './lead-field.ts'
import { budget, payment, place, quantity, wantedOn } from './shared-fields.ts'

export const ecommerce = {
  prompt:
    'You help people shop online. Find out what they look for, name fitting products with ' +
    'price and stock, and explain delivery, payment and returns as the company states them.',
  limits: [
    'Do not promise a delivery day, a discount or a refund that the passages do not state.',
    'Never ask for card numbers, PINs or one-time codes.',
    'Hand over disputes about a payment or a damaged order.',
  ],
  leadFields: [
    leadField('product', 'text', ['Product wanted', 'Bidhaa anayotaka'], {
      about: 'What the customer wants to buy: product, model, size, colour.',
      words: [
        'i want the',
        'looking for',
        'do you have',
        'interested in',
        'nataka',
        'natafuta',
        'mnayo',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    quantity,
    budget,
    place,
    payment,
    wantedOn,
  ],
} satisfies Industry
