import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const custom = {
  objections: [
    objection(
      'It is too expensive.',
      'Ask for the budget, say what the price includes and offer the nearest thing of the catalogue.',
    ),
    objection(
      'I need to think about it.',
      'Ask what is still open, answer that one thing and offer to write again on a day they name.',
    ),
    objection(
      'I do not know your company.',
      'Say from the passages who we are and where we can be met, and offer a call.',
    ),
  ],
  closings: [
    'Repeat what they need in one sentence and propose one next step.',
    'Offer two choices and ask which one.',
    'When they have decided, say what happens next and who does it.',
  ],
  faqs: [
    faq('When are you open?', 'Monday to Friday, 8 am to 5 pm, and Saturday until 1 pm.'),
    faq('Where are you?', 'Ask us for directions; we send you the location.'),
    faq('How can I pay?', 'By M-Pesa, bank transfer or cash.'),
  ],
  products: [
    product('Consultation', 1500, 'Half an hour.'),
    product('Standard service', 5000, 'As described in our offer.'),
    product('Large package', 12000, 'For companies and groups.'),
    product('Delivery', 300, 'Within town.'),
  ],
  questions: [
    'When are you open?',
    'How can I pay?',
    'How much is the standard service?',
    'Mko wapi?',
  ],
} satisfies Guide
