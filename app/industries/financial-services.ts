import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'

export const financialServices = {
  prompt:
    "You explain the company's financial products, requirements, fees and how to apply, " +
    'clearly and without pressure.',
  limits: [
    'Promise no approval, return, rate or limit, and give no investment or tax advice.',
    'Never ask for PINs, passwords, one-time codes or full card or account numbers.',
    'Hand over fraud, disputed transactions, hardship and complaints at once.',
  ],
  leadFields: [
    leadField('product', 'choice', ['Product', 'Huduma'], {
      about: 'The financial product asked for.',
      isOnCard: true,
      options: [
        option('loan', ['Loan', 'Mkopo'], ['loan', 'borrow', 'credit', 'mkopo', 'kukopa']),
        option('savings', ['Savings', 'Akiba'], ['savings', 'save', 'fixed deposit', 'akiba']),
        option('insurance', ['Insurance', 'Bima'], ['insurance', 'cover', 'bima']),
        option(
          'investment',
          ['Investment', 'Uwekezaji'],
          ['invest*', 'money market', 'shares', 'uwekezaji', 'hisa'],
        ),
        option(
          'account',
          ['Account', 'Akaunti'],
          ['open an account', 'account opening', 'akaunti'],
        ),
      ],
    }),
    leadField('amount', 'money', ['Amount', 'Kiasi'], {
      about: 'The amount the customer wants to borrow, save or insure.',
      words: [
        'loan of',
        'borrow',
        'amount',
        'need',
        'invest',
        'save',
        'mkopo wa',
        'kiasi',
        'nahitaji',
      ],
      isOnCard: true,
    }),
    leadField('purpose', 'text', ['Purpose', 'Madhumuni'], {
      about: 'What the money is for.',
      words: [
        'for school fees',
        'for business',
        'to buy',
        'to expand',
        'stock',
        'karo',
        'biashara',
      ],
    }),
    leadField('months', 'number', ['Months', 'Miezi'], {
      about: 'Over how many months.',
      words: ['month*', 'miezi'],
    }),
    leadField('income', 'choice', ['Income', 'Kipato'], {
      about: 'Where the customer says the income comes from.',
      options: [
        option(
          'salary',
          ['Salary', 'Mshahara'],
          ['salary', 'employed', 'payslip', 'mshahara', 'nimeajiriwa'],
        ),
        option(
          'business',
          ['Business', 'Biashara'],
          ['my business', 'self employed', 'my shop', 'biashara yangu'],
        ),
        option('farming', ['Farming', 'Kilimo'], ['farm*', 'tea', 'coffee', 'dairy', 'kilimo']),
      ],
    }),
    leadField('security', 'yes_no', ['Has security', 'Ana dhamana'], {
      about: 'Whether the customer has collateral or guarantors.',
      words: [
        'logbook',
        'title deed',
        'guarantor*',
        'collateral',
        'security',
        'dhamana',
        'mdhamini',
      ],
    }),
  ],
} satisfies Industry
