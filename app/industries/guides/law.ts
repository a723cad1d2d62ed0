import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const law = {
  objections: [
    objection(
      'A lawyer is too expensive.',
      'Name the fee of the first consultation and that further fees are agreed in writing before work begins.',
    ),
    objection(
      'Can you just tell me if I will win?',
      'Say that nobody can say before an advocate has read the papers; offer a consultation.',
    ),
    objection(
      'I am worried others will hear of it.',
      'Say that what is told to an advocate is confidential and ask for no details here.',
    ),
    objection(
      'My case is urgent.',
      'Ask only for the date of the deadline or the hearing and hand over at once.',
    ),
  ],
  closings: [
    'Ask for the field (land, family, work, business) and one sentence, then offer two consultation times.',
    'Say which papers to bring, without judging the case.',
    'Confirm that nothing is charged beyond the consultation without their consent.',
  ],
  faqs: [
    faq(
      'How much is a consultation?',
      'The first consultation of up to one hour has a fixed fee; see our list.',
    ),
    faq(
      'What should I bring?',
      'Your ID, every letter or agreement on the matter, and dates of hearings if there are any.',
    ),
    faq(
      'Can we meet online?',
      'Yes, by video call. Papers can be sent beforehand through a secure link.',
    ),
    faq(
      'Which matters do you take?',
      'Land and conveyancing, family and succession, employment, and business agreements.',
    ),
  ],
  products: [
    product('First consultation', 5000, 'Up to one hour, with an advocate.'),
    product('Sale agreement for land, drafting', 25000, 'From; without stamp duty and search.'),
    product('Will, simple', 20000, 'Two meetings, signing included.'),
    product('Employment contract, drafting', 15000, 'For up to two positions.'),
    product('Company agreement review', 12000, 'Up to ten pages.'),
  ],
  questions: [
    'How much is a consultation?',
    'What should I bring?',
    'Can we meet online?',
    'Mnashughulikia kesi za ardhi?',
  ],
} satisfies Guide
