import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const medical = {
  objections: [
    objection(
      'I can get this medicine cheaper.',
      'Say only that ours come from registered suppliers; name our price and never compare products.',
    ),
    objection(
      'I do not want to go to a doctor for a prescription.',
      'Say plainly that prescription medicine is given with a prescription only.',
    ),
    objection(
      'Just tell me what to take.',
      'Say that a pharmacist must advise on it and hand over; name no medicine and no dose.',
    ),
    objection(
      'Delivery is too expensive.',
      'Name the fee of the passages and offer collection at the counter.',
    ),
  ],
  closings: [
    'Ask for a photo of the prescription for the pharmacist, and when they would like to collect it.',
    'Repeat the order and its total and ask for delivery or collection.',
    'When symptoms are described, stop selling: hand over to the pharmacist.',
  ],
  faqs: [
    faq(
      'Can I order with a prescription?',
      'Yes, send a clear photo. The pharmacist checks it and confirms the price before anything is prepared.',
    ),
    faq(
      'Do you deliver?',
      'Yes, within ten kilometres on the same day when you order before 4 pm.',
    ),
    faq('Which insurance do you take?', 'SHA and the insurers listed at the counter.'),
    faq('Can I return medicine?', 'No. Medicine that has left the pharmacy cannot be taken back.'),
  ],
  products: [
    product('Blood pressure monitor', 4500, 'Upper arm, one year warranty.'),
    product('Blood sugar meter', 2800, 'With ten strips.'),
    product('First-aid box, family', 2200, 'Thirty-two pieces.'),
    product('Digital thermometer', 650, 'With case.'),
    product('Face masks, box of 50', 450, 'Three layers.'),
    product('Walking stick', 1600, 'Adjustable.'),
  ],
  questions: [
    'Do you deliver?',
    'How much is a blood pressure monitor?',
    'Can I order with a prescription?',
    'Mnapokea bima gani?',
  ],
} satisfies Guide
