import { faq, objection, product } from '../guide.ts'
import type { Guide } from '../guide.ts'

export const ecommerce = {
  objections: [
    objection(
      'It is cheaper at another shop.',
      'Ask which item they compare, say what our price includes (delivery, warranty, genuine goods) and offer an item of the catalogue that fits the budget.',
    ),
    objection(
      'I do not trust paying before I see it.',
      'Say which ways of payment the passages give; name payment on delivery only when they do, and offer photos of the very item.',
    ),
    objection(
      'Delivery takes too long.',
      'Give the delivery times of the passages for their town and offer collection if the company has it.',
    ),
    objection(
      'What if it does not fit?',
      'Explain the exchange rule of the passages in one sentence and help to choose the size now.',
    ),
  ],
  closings: [
    'When colour, size and town are known, repeat the order with its total and ask whether to place it.',
    'Offer two fitting items at most, then ask which of the two.',
    'Name the next delivery day as the reason to decide today, if the passages give one.',
  ],
  faqs: [
    faq(
      'How long does delivery take?',
      'Within Nairobi we deliver the next working day; to other towns in two to four working days.',
    ),
    faq('How can I pay?', 'By M-Pesa when you order, or by card on our website.'),
    faq(
      'Can I exchange an item?',
      'Yes, within seven days, unused and in its packing. Tell us the order number and what you would like instead.',
    ),
    faq(
      'Do you deliver outside Kenya?',
      'We send to Uganda and Tanzania on request; ask us for the price for your town.',
    ),
  ],
  products: [
    product('Canvas tote bag', 950, 'Heavy cotton, inside pocket, black or natural.'),
    product('Kitenge shirt', 2400, 'Short sleeves, sizes S to XXL, several prints.'),
    product('Leather sandals', 1800, 'Hand made, sizes 36 to 45.'),
    product('Stainless flask 1 litre', 1450, 'Keeps drinks hot for twelve hours.'),
    product('Bed sheet set 5 x 6', 2900, 'Cotton, two sheets and two pillow cases.'),
    product('Delivery within Nairobi', 250, 'Next working day.'),
  ],
  questions: [
    'How long does delivery take?',
    'How much is the kitenge shirt?',
    'Naweza kulipa kwa M-Pesa?',
    'Can I exchange an item that does not fit?',
  ],
} satisfies Guide
