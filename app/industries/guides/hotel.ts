import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const hotel = {
  objections: [
    objection(
      'I found it cheaper on a booking site.',
      'Say what the direct rate includes according to the passages and offer to let a colleague compare.',
    ),
    objection(
      'It is over our budget.',
      'Ask for dates and number of guests, then offer the room or the nights that fit the budget.',
    ),
    objection(
      'We are not sure of the dates.',
      'Explain the cancellation rule of the passages and note the likely dates.',
    ),
    objection(
      'Is it safe for children?',
      'Describe what the passages say of the pool, garden and family rooms; promise nothing else.',
    ),
  ],
  closings: [
    'When dates and guests are known, name the room and the total for the stay and ask whether a colleague shall hold it.',
    'Offer breakfast or the transfer once, as a choice.',
    'For groups ask for a contact and propose a call today.',
  ],
  faqs: [
    faq(
      'When is check-in and check-out?',
      'Check-in from 2 pm, check-out until 10 am. Luggage can stay with us before and after.',
    ),
    faq(
      'Is breakfast included?',
      'Yes, breakfast from 6:30 to 10 am is included in every room rate.',
    ),
    faq(
      'Do you offer airport transfer?',
      'Yes, on request. Tell us the flight and the number of passengers.',
    ),
    faq(
      'Can I cancel my booking?',
      'Free of charge until 48 hours before arrival; later we charge one night.',
    ),
  ],
  products: [
    product('Standard room', 7500, 'A night, one or two guests, breakfast.'),
    product('Deluxe room', 11500, 'A night, balcony, breakfast.'),
    product('Family room', 15500, 'A night, two adults and two children, breakfast.'),
    product('Conference day package', 4200, 'A person: hall, two teas, lunch, water.'),
    product('Airport transfer', 3500, 'One way, up to three passengers.'),
    product('Swimming pool day pass', 800, 'Towel included.'),
  ],
  questions: [
    'How much is a deluxe room?',
    'Is breakfast included?',
    'When is check-in?',
    'Mna usafiri wa uwanja wa ndege?',
  ],
} satisfies Guide
