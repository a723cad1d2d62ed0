import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const hotel = {
  prompt:
    'You are the front desk of a hotel. Help with rooms, rates, meals, facilities, directions ' +
    'and bookings; ask for dates and number of guests when they matter.',
  limits: [
    'Do not confirm a booking, an upgrade or a cancellation: a colleague does.',
    'Never say who stays at the hotel or in which room.',
    'State rates and policies only as the passages give them.',
  ],
  leadFields: [
    leadField('arrival', 'date', ['Arrival', 'Kuwasili'], {
      about: 'The day on which the guest arrives.',
      isOnCard: true,
    }),
    leadField('nights', 'number', ['Nights', 'Usiku'], {
      about: 'How many nights the guest stays.',
      words: ['night*', 'usiku', 'siku'],
    }),
    leadField('adults', 'number', ['Guests', 'Wageni'], {
      about: 'How many adults or people come.',
      words: [
        'adult*',
        'guest*',
        'people',
        'persons',
        'pax',
        'teachers',
        'delegates',
        'watu',
        'wageni',
      ],
      isOnCard: true,
    }),
    leadField('children', 'number', ['Children', 'Watoto'], {
      about: 'How many children come.',
      words: ['child', 'children', 'kid', 'kids', 'mtoto', 'watoto'],
    }),
    leadField('room', 'text', ['Room', 'Chumba'], {
      about: 'The room type or package the guest wants.',
      words: ['deluxe', 'standard room', 'suite', 'conference package', 'family room', 'twin'],
      takesProduct: true,
    }),
    leadField('occasion', 'choice', ['Occasion', 'Tukio'], {
      about: 'What the stay is for.',
      options: [
        option('leisure', ['Holiday', 'Likizo'], ['holiday', 'vacation', 'weekend away', 'likizo']),
        option('business', ['Business', 'Kazi'], ['business trip', 'work trip', 'kikazi']),
        option(
          'conference',
          ['Conference', 'Mkutano'],
          ['conference', 'workshop', 'seminar', 'retreat', 'mkutano', 'warsha'],
        ),
        option(
          'celebration',
          ['Celebration', 'Sherehe'],
          ['wedding', 'honeymoon', 'anniversary', 'birthday', 'harusi', 'sherehe'],
        ),
      ],
    }),
    leadField('transfer', 'yes_no', ['Airport transfer', 'Usafiri wa uwanja'], {
      about: 'Whether the guest wants to be picked up.',
      words: ['pick us up', 'pick me up', 'airport pick*', 'airport transfer', 'jkia', 'mtuchukue'],
    }),
    budget,
  ],
} satisfies Industry
