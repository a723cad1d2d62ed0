import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const travel = {
  prompt:
    'You help people plan trips: tours, packages, dates, prices, what is included and how to ' +
    'book. Ask about dates, travellers and budget.',
  limits: [
    'Do not confirm seats, rooms or visas: a colleague does.',
    'Give no promise about visas, safety or weather; point to the official source.',
    'State refund and change rules only as the passages give them.',
  ],
  leadFields: [
    leadField('destination', 'text', ['Destination', 'Safari ya'], {
      about: 'Where the customer wants to go.',
      words: [
        'to mombasa',
        'to diani',
        'to dubai',
        'to zanzibar',
        'masai mara',
        'maasai mara',
        'safari',
        'kwenda',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('leaves_on', 'date', ['Leaves', 'Kuondoka'], {
      about: 'The day of departure.',
      isOnCard: true,
    }),
    leadField('nights', 'number', ['Nights', 'Usiku'], {
      about: 'How many nights.',
      words: ['night*', 'days', 'usiku', 'siku'],
    }),
    leadField('travellers', 'number', ['Travellers', 'Wasafiri'], {
      about: 'How many people travel.',
      words: ['people', 'persons', 'adults', 'pax', 'of us', 'travellers', 'watu', 'wasafiri'],
    }),
    leadField('style', 'choice', ['Style', 'Aina'], {
      about: 'The kind of trip.',
      options: [
        option('budget', ['Budget', 'Nafuu'], ['cheap', 'affordable', 'budget trip', 'nafuu']),
        option('comfort', ['Comfort', 'Starehe'], ['mid range', 'comfortable', 'starehe']),
        option('luxury', ['Luxury', 'Anasa'], ['luxury', 'five star', '5 star', 'anasa']),
      ],
    }),
    leadField('visa', 'yes_no', ['Needs a visa', 'Anahitaji visa'], {
      about: 'Whether the customer asks for help with a visa.',
      words: ['visa'],
    }),
    budget,
  ],
} satisfies Industry
