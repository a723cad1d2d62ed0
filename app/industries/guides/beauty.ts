import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const beauty = {
  objections: [
    objection(
      'It is too expensive.',
      'Say what the service includes and how long it lasts; offer the simpler service of the catalogue.',
    ),
    objection(
      'I am not sure it will suit me.',
      'Offer a consultation and ask for a picture of what they like.',
    ),
    objection(
      'I have sensitive skin.',
      'Offer a patch test; promise nothing and hand over for anything medical.',
    ),
    objection(
      'I always wait even with an appointment.',
      'Offer the first hour of the day and note it.',
    ),
  ],
  closings: [
    'Name the nearest two free times and ask which one.',
    'Offer one service that goes well with it, once.',
    'Repeat service, person, time and price before a colleague confirms.',
  ],
  faqs: [
    faq(
      'Do I need an appointment?',
      'For braids, colour and make-up yes; for cuts and nails you may walk in.',
    ),
    faq('How long do braids take?', 'Three to six hours, depending on length and size.'),
    faq('Do you bring the hair?', 'We sell hair in the salon, or you bring your own.'),
    faq(
      'Can you come to my home?',
      'For brides and groups yes, within Nairobi; transport is added.',
    ),
  ],
  products: [
    product('Knotless braids, medium', 3500, 'Without hair.'),
    product('Wash and blow-dry', 900, 'Treatment included.'),
    product('Gel manicure', 1500, 'Lasts about three weeks.'),
    product('Pedicure', 1200, 'With massage.'),
    product('Bridal make-up', 8500, 'With a trial.'),
    product('Facial, deep cleansing', 3000, 'One hour.'),
    product('Barber cut', 500, 'With shave 700.'),
  ],
  questions: [
    'How much are knotless braids?',
    'Do I need an appointment?',
    'How long do braids take?',
    'Mnakuja nyumbani?',
  ],
} satisfies Guide
