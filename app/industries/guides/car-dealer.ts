import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const carDealer = {
  objections: [
    objection(
      'The price is too high.',
      'Say what is included (duty, registration, inspection), ask for the budget and offer the nearest car in stock.',
    ),
    objection(
      'Has the mileage been changed?',
      'Say which inspection report the passages mention and invite them to bring a mechanic.',
    ),
    objection(
      'I want to trade in my car.',
      'Ask for make, year and mileage, and arrange a valuation; name no value.',
    ),
    objection(
      'I do not have the whole amount.',
      'Name the financing of the passages with its conditions; promise no approval.',
    ),
  ],
  closings: [
    'Offer a test drive at two times this week.',
    'When the car is chosen, list deposit, papers and days to registration from the passages.',
    'Ask whether they buy cash or with finance, then name the next step for it.',
  ],
  faqs: [
    faq(
      'Can I test drive a car?',
      'Yes, Monday to Saturday, 9 am to 5 pm. Please bring your driving licence.',
    ),
    faq(
      'Do you offer financing?',
      'Yes, through our partner banks, from 20 % deposit; the bank decides.',
    ),
    faq('Do you take my old car?', 'Yes. We value it at our yard in about thirty minutes.'),
    faq('How long does the transfer take?', 'Usually three to five working days after payment.'),
  ],
  products: [
    product('Toyota Vitz 2017', 890000, '1.0 l, automatic, 78,000 km.'),
    product('Mazda Demio 2018', 1120000, '1.3 l, automatic, 64,000 km.'),
    product('Toyota Axio 2016', 1450000, '1.5 l, automatic, 92,000 km.'),
    product('Nissan X-Trail 2017', 2650000, '2.0 l, four-wheel drive, 81,000 km.'),
    product('Toyota Hilux 2015', 3400000, 'Double cab, diesel, manual.'),
    product('Pre-purchase inspection', 5000, 'Of a car you found elsewhere.'),
  ],
  questions: [
    'Can I test drive a car?',
    'How much is the Toyota Axio?',
    'Do you offer financing?',
    'Mnapokea gari langu la zamani?',
  ],
} satisfies Guide
