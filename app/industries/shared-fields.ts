import { leadField, option } from './lead-field.ts'

/** Fields that mean the same in several trades. */

export const budget = leadField('budget', 'money', ['Budget', 'Bajeti'], {
  about: 'The most the customer says they can spend, as one amount.',
  words: [
    'budget*',
    'spend',
    'afford',
    'up to',
    'maximum',
    'not more than',
    'bajeti',
    'nina',
    'kiasi cha',
    'isizidi',
  ],
  isOnCard: true,
})

export const wantedOn = leadField('wanted_on', 'date', ['Wanted on', 'Inahitajika tarehe'], {
  about: 'The day on which the customer wants it or wants to come.',
  isOnCard: true,
})

export const quantity = leadField('quantity', 'number', ['Quantity', 'Idadi'], {
  about: 'How many pieces the customer wants.',
  words: [
    'pieces',
    'pcs',
    'units',
    'boxes',
    'bags',
    'cartons',
    'vipande',
    'mifuko',
    'katoni',
    'masanduku',
  ],
})

export const place = leadField('place', 'text', ['Town or area', 'Mji au eneo'], {
  about: 'Where the customer lives or wants it delivered.',
  words: [
    'deliver* to',
    'delivered to',
    'i live in',
    'i am in',
    "i'm in",
    'located in',
    'naishi',
    'niko',
    'leteni',
  ],
})

export const decides = leadField('decides', 'yes_no', ['Decides alone', 'Anaamua mwenyewe'], {
  about: 'Whether the customer decides without asking anybody: a boss, a partner, a board.',
})

export const payment = leadField('payment', 'choice', ['Payment', 'Malipo'], {
  about: 'How the customer wants to pay.',
  options: [
    option('mpesa', ['M-Pesa', 'M-Pesa'], ['mpesa', 'm-pesa', 'till number', 'paybill']),
    option('cash', ['Cash', 'Taslimu'], ['cash', 'on delivery', 'taslimu', 'mkononi']),
    option('card', ['Card', 'Kadi'], ['card', 'visa', 'mastercard', 'kadi']),
    option(
      'bank',
      ['Bank transfer', 'Benki'],
      ['bank transfer', 'eft', 'rtgs', 'cheque', 'kupitia benki'],
    ),
    option(
      'instalments',
      ['Instalments', 'Kwa awamu'],
      ['instal*', 'loan', 'financ*', 'hire purchase', 'lipa polepole', 'mkopo', 'awamu'],
    ),
  ],
})
