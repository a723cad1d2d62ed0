import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const hardware = {
  objections: [
    objection(
      'The shop next door sells cheaper.',
      'Ask for brand and quantity, give our price for the quantity and say what delivery includes.',
    ),
    objection(
      'Is the cement fresh?',
      'Answer from the passages; otherwise offer to let a colleague send the date on the bag.',
    ),
    objection(
      'Delivery to the site costs too much.',
      'Name from which order delivery is free and offer to combine the loads.',
    ),
    objection(
      'I will buy when the mason comes.',
      'Offer to prepare the list and keep the prices as long as the passages allow.',
    ),
  ],
  closings: [
    'Ask what they build and how large, then list items, quantities and total.',
    'Offer delivery tomorrow morning or collection today.',
    'Repeat the list with quantities and ask whether a colleague shall prepare the invoice.',
  ],
  faqs: [
    faq(
      'Do you deliver to the site?',
      'Yes. Within ten kilometres free from an order of KES 30,000, otherwise by distance.',
    ),
    faq(
      'Do you give a discount for large quantities?',
      'Yes; send us your list and we answer with a quotation on the same day.',
    ),
    faq(
      'Can I return what is left over?',
      'Unopened and dry goods within fourteen days with the receipt; cement and mixed paint not.',
    ),
    faq('Do you mix paint?', 'Yes, any colour of the card, while you wait.'),
  ],
  products: [
    product('Cement 50 kg, 32.5', 780, 'A bag.'),
    product('Iron sheet, gauge 30, 3 m', 1150, 'Galvanised, a piece.'),
    product('Deformed bar D12, 12 m', 1480, 'A piece.'),
    product('Emulsion paint 20 l', 5200, 'White.'),
    product('PVC pipe 4 inch, 6 m', 1250, 'Heavy gauge.'),
    product('Wheelbarrow', 4300, 'Heavy duty.'),
    product('Twin socket', 380, 'With switch.'),
  ],
  questions: [
    'How much is a bag of cement?',
    'Do you deliver to the site?',
    'Do you mix paint?',
    'Bati gauge 30 ni pesa ngapi?',
  ],
} satisfies Guide
