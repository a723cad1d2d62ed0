import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const professionalServices = {
  objections: [
    objection(
      'Your fee is higher than a freelancer’s.',
      'Say what the fee includes and who stands behind the work; offer the smaller package of the catalogue.',
    ),
    objection(
      'I can do it myself.',
      'Ask how much time it takes them and offer only the part that is hard.',
    ),
    objection(
      'I need to ask my partners.',
      'Offer a one-page summary and a short call with all of them.',
    ),
    objection(
      'How do I know it will work?',
      'Describe the steps and what they receive at each; promise no result.',
    ),
  ],
  closings: [
    'Ask what must be ready by when, then propose a first call with two times.',
    'Summarise the need in two sentences and ask whether to prepare a quotation.',
    'Offer the smallest package that solves the named problem first.',
  ],
  faqs: [
    faq(
      'How do we start?',
      'With a free first call of twenty minutes. After it you get a written quotation within two working days.',
    ),
    faq(
      'How do you charge?',
      'A fixed fee per package, or by the hour for open work; you approve it before we begin.',
    ),
    faq(
      'How long does it take?',
      'Most work is done within two weeks; the quotation names the day.',
    ),
    faq(
      'Do you work outside Nairobi?',
      'Yes, online everywhere; visits to other towns are charged with the travel.',
    ),
  ],
  products: [
    product('First call', 0, 'Twenty minutes, free.'),
    product('KRA annual return, individual', 3000, 'With advice on what to keep.'),
    product('Bookkeeping, small business', 15000, 'A month, up to 100 entries.'),
    product('Company registration', 18500, 'Name search and fees included.'),
    product('Business plan', 35000, 'For a bank or an investor.'),
    product('Consulting hour', 6000, 'By appointment.'),
  ],
  questions: [
    'How do we start?',
    'How much is company registration?',
    'How long does it take?',
    'Mnatoza vipi malipo?',
  ],
} satisfies Guide
