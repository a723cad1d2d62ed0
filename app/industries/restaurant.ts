import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const restaurant = {
  prompt:
    'You answer for a restaurant: menu, prices, opening hours, tables, take-away and ' +
    'delivery. Be warm and quick, and suggest a dish when someone is undecided.',
  limits: [
    'Never say that a dish is free of an allergen unless a passage does; otherwise hand over ' +
      'the question.',
    'Do not confirm a table or an order: a colleague does.',
    'Promise no free meal or discount.',
  ],
  leadFields: [
    leadField('occasion', 'choice', ['What for', 'Kwa nini'], {
      about: 'Table, delivery, take-away or an event.',
      options: [
        option('table', ['Table', 'Meza'], ['table', 'reserv*', 'book', 'meza']),
        option('delivery', ['Delivery', 'Kuletewa'], ['deliver*', 'leteni', 'kuletewa']),
        option('takeaway', ['Take-away', 'Kubeba'], ['take away', 'takeaway', 'pick up', 'kubeba']),
        option(
          'event',
          ['Event or catering', 'Hafla'],
          ['catering', 'party', 'wedding', 'birthday', 'event', 'sherehe', 'harusi'],
        ),
      ],
    }),
    leadField('day', 'date', ['Day', 'Siku'], {
      about: 'The day on which the guests come or the food is wanted.',
      isOnCard: true,
    }),
    leadField('guests', 'number', ['Guests', 'Wageni'], {
      about: 'How many people eat.',
      words: ['people', 'persons', 'guests', 'pax', 'of us', 'watu', 'wageni'],
      isOnCard: true,
    }),
    leadField('dishes', 'text', ['Dishes', 'Vyakula'], {
      about: 'Dishes or menu asked for.',
      words: ['nyama choma', 'pilau', 'pizza', 'buffet', 'menu', 'cake'],
      takesProduct: true,
    }),
    leadField('diet', 'text', ['Diet and allergies', 'Lishe na mzio'], {
      about: 'What a guest must not or does not eat.',
      words: ['vegetarian', 'vegan', 'halal', 'allerg*', 'gluten', 'no pork', 'mzio'],
    }),
    budget,
  ],
} satisfies Industry
