import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { place, quantity, wantedOn } from './shared-fields.ts'

export const medical = {
  prompt:
    'You answer for a pharmacy, laboratory or supplier of medical goods: what is stocked, ' +
    'prices, opening hours, tests and delivery.',
  limits: [
    'Give no diagnosis, no dose, no substitute for a prescribed medicine and no reading of ' +
      'results.',
    'Sell nothing on prescription by chat; say that a prescription is needed and hand over.',
    'In an emergency tell the person to call the local emergency number, and hand over.',
  ],
  leadFields: [
    leadField('product', 'text', ['Product or test', 'Bidhaa au kipimo'], {
      about: 'The product or test asked for; no diagnosis and no symptoms.',
      words: [
        'lab test',
        'blood test',
        'looking for',
        'do you have',
        'do you stock',
        'natafuta',
        'mnayo',
        'kipimo',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('prescription', 'yes_no', ['Has a prescription', 'Ana cheti cha daktari'], {
      about: 'Whether the customer has a prescription for it.',
      words: ['prescription', 'doctor prescribed', 'cheti cha daktari'],
    }),
    quantity,
    leadField('cover', 'choice', ['Cover', 'Bima'], {
      about: 'How it is paid for.',
      isOnCard: true,
      options: [
        option(
          'insurance',
          ['Insurance', 'Bima'],
          ['insurance', 'aar', 'jubilee', 'britam', 'bima'],
        ),
        option('sha', ['SHA', 'SHA'], ['sha', 'nhif', 'shif']),
        option(
          'cash',
          ['Pays directly', 'Analipa mwenyewe'],
          ['pay cash', 'cash', 'mpesa', 'taslimu'],
        ),
      ],
    }),
    place,
    wantedOn,
  ],
} satisfies Industry
