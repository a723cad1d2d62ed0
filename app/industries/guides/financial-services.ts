import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const financialServices = {
  objections: [
    objection(
      'The interest is too high.',
      'State the rate and every fee of the passages plainly; never call it low and never compare.',
    ),
    objection(
      'Your process takes too long.',
      'List the papers that shorten it and the time the passages give; promise no day.',
    ),
    objection(
      'I was refused elsewhere.',
      'Say that every application is decided by a person; promise nothing and ask for no details of the refusal.',
    ),
    objection(
      'I fear hidden charges.',
      'List all charges of the passages, and say that the offer in writing counts.',
    ),
  ],
  closings: [
    'Ask for purpose, amount and period, then name the product it belongs to and the papers.',
    'Offer a call with an officer at two times.',
    'Say clearly that approval and rate are decided in writing, and ask whether to begin.',
  ],
  faqs: [
    faq(
      'What do I need to apply?',
      'Your ID, KRA PIN and statements of the last six months from M-Pesa or your bank.',
    ),
    faq(
      'How long does a decision take?',
      'Usually two working days after all papers are here. A person decides; we cannot promise an approval.',
    ),
    faq('Can I repay early?', 'Yes, at any time; ask us for the amount to settle on that day.'),
    faq(
      'Is my information kept private?',
      'Yes. We use it for your application only and never ask for your PIN or password.',
    ),
  ],
  products: [
    product('Savings account opening', 500, 'Becomes your first balance.'),
    product('Loan processing, up to KES 50,000', 1000, 'Fee, deducted on payout.'),
    product('Loan processing, up to KES 300,000', 3500, 'Fee, deducted on payout.'),
    product('Group account, yearly', 1200, 'For a chama of up to thirty members.'),
    product('Funeral cover, family', 350, 'A month; see the terms.'),
  ],
  questions: [
    'What do I need to apply?',
    'How long does a decision take?',
    'Can I repay early?',
    'Nahitaji nini kufungua akaunti?',
  ],
} satisfies Guide
