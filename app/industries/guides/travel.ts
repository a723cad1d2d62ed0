import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const travel = {
  objections: [
    objection(
      'The package is too expensive.',
      'Say what it includes, ask for the budget and offer other dates or a shorter trip.',
    ),
    objection(
      'I found a cheaper agent.',
      'Compare what is included: park fees, vehicle, meals, guide; do not speak badly of others.',
    ),
    objection(
      'What if I must cancel?',
      'Explain the cancellation rule of the passages and travel insurance if it is offered.',
    ),
    objection(
      'Is it safe there?',
      'Give what the passages say; for official advice name the government’s and hand over.',
    ),
  ],
  closings: [
    'When dates, travellers and budget are known, propose one trip and one alternative.',
    'Name the deposit and until when a place can be held according to the passages.',
    'Ask for the names as in the passport only once they decide.',
  ],
  faqs: [
    faq(
      'What is included in a safari?',
      'Transport in a safari van or cruiser, park fees, a driver guide, the lodge and meals as listed in the offer.',
    ),
    faq(
      'How much deposit do you ask?',
      'Thirty percent to book, the rest two weeks before departure.',
    ),
    faq(
      'Can I cancel?',
      'Until thirty days before departure we return the deposit less bank charges; later the offer’s terms apply.',
    ),
    faq('Do you arrange visas?', 'We help with the papers; the decision is the embassy’s.'),
  ],
  products: [
    product('Maasai Mara, 3 days', 38500, 'A person sharing, van, full board, park fees.'),
    product('Amboseli weekend', 29500, 'A person sharing, van, full board, park fees.'),
    product('Diani beach, 4 nights', 42000, 'A person sharing, half board, SGR both ways.'),
    product('Naivasha day trip', 7500, 'A person, boat and lunch.'),
    product('Zanzibar, 5 nights', 78000, 'A person sharing, flight from Nairobi, breakfast.'),
  ],
  questions: [
    'How much is the Maasai Mara trip?',
    'What is included in a safari?',
    'How much deposit do you ask?',
    'Zanzibar ni pesa ngapi?',
  ],
} satisfies Guide
