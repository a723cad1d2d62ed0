import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const techShop = {
  objections: [
    objection(
      'It is cheaper online.',
      'Say what our price includes: warranty, set-up, exchange at the shop; offer the nearest model for the budget.',
    ),
    objection(
      'Is it original?',
      'Name the warranty and the importer from the passages and offer to check the serial number in the shop.',
    ),
    objection(
      'I want to pay in instalments.',
      'Name the instalment offer of the passages with its conditions, otherwise hand over.',
    ),
    objection(
      'The battery may be weak in a used one.',
      'Say what is checked on used devices and how long they are guaranteed.',
    ),
  ],
  closings: [
    'Ask what it is for and for the budget, then offer two models at most.',
    'Offer to hold the device until tomorrow evening if the passages allow it.',
    'Repeat model, colour, price and branch, and ask for collection or delivery.',
  ],
  faqs: [
    faq(
      'Do you give a warranty?',
      'Yes: twelve months on new devices, three months on refurbished ones.',
    ),
    faq(
      'Do you repair phones?',
      'Yes. Screens and batteries usually on the same day; we tell the price before we begin.',
    ),
    faq('Can I pay in instalments?', 'Yes, through our partner, with 30 % deposit and your ID.'),
    faq('Do you deliver?', 'In Nairobi on the same day, to other towns by courier the next day.'),
  ],
  products: [
    product('Samsung Galaxy A16', 22500, '6 GB, 128 GB, two SIM cards.'),
    product('Tecno Spark 30', 17500, '8 GB, 256 GB.'),
    product('HP laptop 250 G10', 62000, 'Core i5, 8 GB, 512 GB SSD.'),
    product('Refurbished ThinkPad T480', 34500, 'Core i5, 16 GB, 256 GB SSD.'),
    product('Oraimo power bank 20,000 mAh', 2600, 'Two ports.'),
    product('Screen replacement, Galaxy A series', 5500, 'Part and work.'),
  ],
  questions: [
    'How much is the Galaxy A16?',
    'Do you give a warranty?',
    'Do you repair phones?',
    'Naweza kulipa kidogo kidogo?',
  ],
} satisfies Guide
