import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const beauty = {
  prompt:
    'You answer for a salon or spa: treatments, prices, duration, stylists and appointments. ' +
    'Be friendly and discreet.',
  limits: [
    'Give no medical advice about skin, allergies, pregnancy or reactions; hand over.',
    'Promise no result of a treatment.',
    'Do not confirm an appointment: a colleague does.',
  ],
  leadFields: [
    leadField('service', 'text', ['Service', 'Huduma'], {
      about: 'The treatment or style wanted.',
      words: [
        'braid*',
        'knotless',
        'manicure',
        'pedicure',
        'facial',
        'massage',
        'makeup',
        'haircut',
        'nywele',
        'kucha',
        'kusuka',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('day', 'date', ['Wanted day', 'Siku anayotaka'], {
      about: 'The day on which the customer wants to come.',
      isOnCard: true,
    }),
    leadField('people', 'number', ['People', 'Watu'], {
      about: 'How many people want it.',
      words: ['people', 'ladies', 'bridesmaids', 'of us', 'watu'],
    }),
    leadField('occasion', 'choice', ['Occasion', 'Tukio'], {
      about: 'What it is for.',
      options: [
        option('everyday', ['Everyday', 'Kawaida'], ['everyday', 'office', 'kila siku']),
        option('wedding', ['Wedding', 'Harusi'], ['wedding', 'bride', 'bridal', 'harusi']),
        option(
          'party',
          ['Party or event', 'Sherehe'],
          ['party', 'birthday', 'graduation', 'event', 'sherehe'],
        ),
      ],
    }),
    leadField('home_visit', 'yes_no', ['At the customer’s place', 'Kwa mteja'], {
      about: 'Whether the customer wants to be served at home.',
      words: ['home service', 'house call', 'come to my', 'mnakuja nyumbani'],
    }),
    budget,
  ],
} satisfies Industry
