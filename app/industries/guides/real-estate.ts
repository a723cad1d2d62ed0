import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const realEstate = {
  objections: [
    objection(
      'The rent is too high.',
      'Ask for their budget and area, then offer what the catalogue has nearest to it; say what the rent includes.',
    ),
    objection(
      'Is there a viewing fee?',
      'Answer from the passages only; if they say nothing, hand over rather than promise.',
    ),
    objection(
      'I am afraid of being cheated.',
      'Explain how a viewing and the papers work with us, and that nothing is paid before both.',
    ),
    objection(
      'I want to negotiate with the owner.',
      'Note the offer with its amount and say that a colleague takes it to the owner.',
    ),
  ],
  closings: [
    'Ask for area, budget and the day of moving, then propose one viewing time.',
    'After a viewing ask what would have to be different, and offer the next fitting home.',
    'When they like a home, list which papers and which deposit are needed according to the passages.',
  ],
  faqs: [
    faq(
      'How do I arrange a viewing?',
      'Tell us which home and two times that suit you. We view Monday to Saturday, 9 am to 5 pm.',
    ),
    faq(
      'How much deposit do I pay?',
      'One month of rent as deposit and the first month in advance, both after signing the agreement.',
    ),
    faq(
      'What papers do I need to rent?',
      'A copy of your ID, your KRA PIN and a recent payslip or bank statement.',
    ),
    faq(
      'Is water included in the rent?',
      'The advert of each home says so; where it does not, water is metered and paid monthly.',
    ),
  ],
  products: [
    product(
      'One-bedroom flat, Ruaka',
      28000,
      'Rent a month; parking, borehole water, third floor.',
    ),
    product(
      'Two-bedroom flat, Kilimani',
      65000,
      'Rent a month; lift, backup power, one parking space.',
    ),
    product('Three-bedroom house, Syokimau', 55000, 'Rent a month; own compound, gated estate.'),
    product('Plot 50 x 100, Kitengela', 1450000, 'Ready title, 900 metres from the tarmac.'),
    product('Shop on the ground floor, Thika Road', 40000, 'Rent a month; 35 square metres.'),
  ],
  questions: [
    'How do I arrange a viewing?',
    'Do you have a two-bedroom flat in Kilimani?',
    'How much deposit do I pay?',
    'Nyumba ya Syokimau ni pesa ngapi?',
  ],
} satisfies Guide
