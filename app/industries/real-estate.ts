import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const realEstate = {
  prompt:
    'You help people find a home or a plot to rent or buy. Ask about area, budget, size and ' +
    'date of moving, name fitting listings, and offer a viewing with a colleague.',
  limits: [
    'Give no legal, tax or investment advice and no forecast of prices.',
    'Do not confirm that a property is free, a title is clean or an offer is accepted: a ' +
      'colleague does.',
    'Never prefer or refuse anyone for origin, religion, family, sex or disability.',
  ],
  leadFields: [
    leadField('deal', 'choice', ['Buy or rent', 'Kununua au kupanga'], {
      about: 'Whether the customer wants to buy, rent or sell.',
      options: [
        option('buy', ['Buy', 'Kununua'], ['to buy', 'buying', 'for sale', 'purchase', 'kununua']),
        option(
          'rent',
          ['Rent', 'Kupanga'],
          ['to rent', 'rent', 'renting', 'to let', 'kupanga', 'kodi'],
        ),
        option(
          'sell',
          ['Sell or let out', 'Kuuza au kupangisha'],
          ['sell my', 'selling my', 'let out my', 'kuuza', 'kupangisha'],
        ),
      ],
    }),
    leadField('property', 'text', ['Property', 'Mali'], {
      about: 'Kind of property: house, plot, apartment, office, and what it must have.',
      words: [
        'apartment',
        'plot',
        'bungalow',
        'maisonette',
        'bedsitter',
        'land',
        'office space',
        'nyumba',
        'kiwanja',
        'shamba',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('bedrooms', 'number', ['Bedrooms', 'Vyumba vya kulala'], {
      about: 'How many bedrooms.',
      words: ['bedroom*', 'bed', 'br', 'vyumba'],
    }),
    leadField('area', 'text', ['Area', 'Eneo'], {
      about: 'Where the property should be.',
      words: ['in kilimani', 'around', 'area of', 'near', 'karibu na', 'eneo la', 'mtaa wa'],
    }),
    budget,
    leadField('funding', 'choice', ['Funding', 'Fedha'], {
      about: 'How the customer will pay.',
      options: [
        option('cash', ['Cash', 'Taslimu'], ['cash buyer', 'pay cash', 'taslimu']),
        option(
          'mortgage',
          ['Mortgage', 'Rehani'],
          ['mortgage', 'bank loan', 'financ*', 'rehani', 'mkopo'],
        ),
        option('instalments', ['Instalments', 'Kwa awamu'], ['instal*', 'payment plan', 'awamu']),
      ],
    }),
    leadField('viewing_on', 'date', ['Viewing', 'Kuona'], {
      about: 'The day on which the customer wants to see it.',
      words: ['view*', 'visit', 'see it', 'kuona', 'kutembelea'],
    }),
    leadField('move_in', 'text', ['Wants to move in', 'Anataka kuhamia'], {
      about: 'When the customer wants to move in, in their words.',
      words: ['move in', 'moving in', 'kuhamia'],
    }),
  ],
} satisfies Industry
