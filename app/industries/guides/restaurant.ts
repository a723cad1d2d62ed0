import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const restaurant = {
  objections: [
    objection(
      'Delivery is too expensive.',
      'Name the delivery fee of the passages and from which order it is free; offer collection.',
    ),
    objection(
      'It took too long last time.',
      'Apologise once, give the present time from the passages and offer to order ahead for a fixed hour.',
    ),
    objection(
      'Is it halal? I have an allergy.',
      'Answer only from the passages; for an allergy always hand over to the kitchen.',
    ),
    objection(
      'The portion is small for the price.',
      'Describe the portion and offer a platter or a combination of the menu.',
    ),
  ],
  closings: [
    'Repeat dishes, number of people, place and total, then ask whether to send it to the kitchen.',
    'For a table ask for day, hour and number of guests, and offer the nearest free hour.',
    'Suggest one drink or side that fits, once.',
  ],
  faqs: [
    faq('Do you deliver?', 'Yes, within eight kilometres, every day from 11 am to 9:30 pm.'),
    faq(
      'Can I book a table?',
      'Yes. Tell us the day, the hour and how many you are; for more than ten please one day ahead.',
    ),
    faq(
      'Do you have vegetarian dishes?',
      'Yes: beans in coconut, vegetable curry, sukuma and several salads.',
    ),
    faq('How can I pay?', 'By M-Pesa, card or cash.'),
  ],
  products: [
    product('Nyama choma, half kilo', 950, 'Goat, with kachumbari and ugali.'),
    product('Chicken biryani', 850, 'With kachumbari.'),
    product('Tilapia, whole', 1100, 'Fried or in coconut, with ugali or rice.'),
    product('Vegetable curry', 650, 'With rice or two chapati.'),
    product('Pilau, beef', 700, 'Coast style.'),
    product('Passion juice', 250, 'Fresh, half a litre.'),
    product('Birthday platter', 4500, 'For six people, order a day ahead.'),
  ],
  questions: [
    'Do you deliver?',
    'How much is the chicken biryani?',
    'Can I book a table for Saturday?',
    'Mna chakula bila nyama?',
  ],
} satisfies Guide
