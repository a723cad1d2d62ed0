import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const education = {
  objections: [
    objection(
      'The fees are too high.',
      'Say what the fees include and name the instalment plan of the passages; never offer a discount yourself.',
    ),
    objection(
      'I work during the day.',
      'Offer the evening, weekend or online intake if the passages have one.',
    ),
    objection(
      'Is the certificate recognised?',
      'Answer with the accreditation the passages name, and nothing beyond it.',
    ),
    objection(
      'I am not sure I qualify.',
      'Ask for the last certificate and grade, compare with the entry requirements, and offer the bridging course if there is one.',
    ),
  ],
  closings: [
    'Ask which course and intake, then send the list of papers for the application.',
    'Name the closing day of the intake from the passages and ask whether to reserve a place.',
    'Offer a visit to the campus with two times to choose from.',
  ],
  faqs: [
    faq(
      'When is the next intake?',
      'We have intakes in January, May and September. Applications close two weeks before.',
    ),
    faq(
      'Can I pay the fees in instalments?',
      'Yes: half at registration, the rest in two equal parts during the term.',
    ),
    faq(
      'What do I need to apply?',
      'A copy of your ID or birth certificate, your last certificate and one passport photo.',
    ),
    faq(
      'Are there evening classes?',
      'Yes, Monday to Thursday from 5:30 pm, and on Saturday mornings.',
    ),
  ],
  products: [
    product('Certificate in computer packages', 9500, 'Six weeks, day or evening.'),
    product('Diploma in business management, per term', 32000, 'Six terms.'),
    product('Accounting course CPA section 1', 24000, 'Tuition per section, without exam fees.'),
    product('English for beginners', 12000, 'Ten weeks, two evenings a week.'),
    product('Registration', 1000, 'Paid once.'),
  ],
  questions: [
    'When is the next intake?',
    'Can I pay the fees in instalments?',
    'How much is the computer packages course?',
    'Mna masomo ya jioni?',
  ],
} satisfies Guide
