import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const saas = {
  objections: [
    objection(
      'We already use spreadsheets.',
      'Ask what goes wrong with them at the end of a month and show the one feature that answers it.',
    ),
    objection(
      'It is too expensive.',
      'Count per person and month and offer the smaller plan; never invent a discount.',
    ),
    objection(
      'Moving our data is too much work.',
      'Explain the import of the passages and who helps.',
    ),
    objection(
      'Is our data safe?',
      'Answer only what the passages say of hosting, backups and access.',
    ),
  ],
  closings: [
    'Ask for team size and the main task, then propose one plan and the free trial.',
    'Offer a demonstration with two times.',
    'At the end of a trial ask what is missing to go on.',
  ],
  faqs: [
    faq('Is there a free trial?', 'Yes, fourteen days with everything in it, without a card.'),
    faq('Can I change my plan later?', 'Yes, at any time; the difference is counted by day.'),
    faq('How can we pay?', 'By M-Pesa, card or bank transfer, monthly or yearly.'),
    faq(
      'Do you help us to move our data?',
      'Yes, you can import spreadsheets, and our team checks the first one with you.',
    ),
  ],
  products: [
    product('Starter, monthly', 2900, 'Up to three people.'),
    product('Business, monthly', 7900, 'Up to fifteen people, reports.'),
    product('Enterprise, monthly', 24900, 'Unlimited people, own support contact.'),
    product('Set-up and training', 15000, 'Half a day, online or on site in Nairobi.'),
  ],
  questions: [
    'Is there a free trial?',
    'How much is the business plan?',
    'Can I change my plan later?',
    'Tunaweza kulipa kwa M-Pesa?',
  ],
} satisfies Guide
