import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const carDealer = {
  prompt:
    'You answer for a car dealer: vehicles, prices, condition, financing, trade-in and test ' +
    'drives. Ask what the car is for and the budget.',
  limits: [
    'Do not promise a final price, a trade-in value, a loan or that a car is still there: a ' +
      'colleague confirms.',
    'Describe mileage, accidents and warranty only as the passages do.',
    'Give no advice on how to avoid taxes or inspections.',
  ],
  leadFields: [
    leadField('vehicle', 'text', ['Vehicle preference', 'Gari analotaka'], {
      about: 'Make, model, year, body or use of the vehicle the customer wants.',
      words: [
        'looking for a',
        'interested in the',
        'suv',
        'pickup',
        'pick-up',
        'saloon',
        'hatchback',
        'station wagon',
        'natafuta gari',
        'nataka gari',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    budget,
    leadField('funding', 'choice', ['Funding readiness', 'Utayari wa fedha'], {
      about:
        'How far the money is: ready, a loan approved, a loan still to be asked for, or not yet.',
      options: [
        option(
          'cash_ready',
          ['Cash ready', 'Fedha tayari'],
          [
            'pay cash',
            'cash ready',
            'full amount',
            'money is ready',
            'taslimu',
            'pesa iko tayari',
            'nina pesa',
          ],
        ),
        option(
          'loan_approved',
          ['Loan approved', 'Mkopo umeidhinishwa'],
          [
            'loan approved',
            'loan was approved',
            'pre-approved',
            'bank has approved',
            'mkopo umeidhinishwa',
          ],
        ),
        option(
          'needs_loan',
          ['Needs a loan', 'Anahitaji mkopo'],
          [
            'loan',
            'financ*',
            'hire purchase',
            'instal*',
            'asset finance',
            'mkopo',
            'lipa polepole',
          ],
        ),
        option(
          'not_ready',
          ['Not ready yet', 'Bado hajawa tayari'],
          ['still saving', 'no money yet', 'not ready', 'bado sina pesa', 'bado najipanga'],
        ),
      ],
    }),
    leadField('funding_why', 'text', ['Why funding stands so', 'Kwa nini fedha ziko hivyo'], {
      about: 'What the customer says about the money: deposit, salary, SACCO, what is missing.',
      words: [
        'deposit',
        'down payment',
        'salary',
        'sacco',
        'pay 30',
        'the rest by',
        'mshahara',
        'amana',
      ],
    }),
    leadField('credit', 'choice', ['Credit range', 'Kiwango cha mkopo'], {
      about: 'How good the customer says their credit is; never a guess from how they write.',
      options: [
        option(
          'good',
          ['Good', 'Nzuri'],
          ['good credit', 'clean crb', 'crb clean', 'clearance certificate', 'crb safi'],
        ),
        option('fair', ['Fair', 'Wastani'], ['fair credit', 'average credit', 'late once']),
        option(
          'poor',
          ['Poor', 'Mbaya'],
          ['bad credit', 'poor credit', 'listed on crb', 'crb listed', 'blacklisted', 'niko crb'],
        ),
      ],
    }),
    leadField('credit_issues', 'text', ['Known credit issues', 'Matatizo ya mkopo'], {
      about: 'Credit problems the customer names: a listing, a default, a running loan.',
      words: ['crb', 'defaulted', 'default on', 'running loan', 'blacklisted', 'deni'],
    }),
    leadField('trade_in', 'yes_no', ['Trade-in', 'Kubadilisha gari'], {
      about: 'Whether the customer wants to give a vehicle in part exchange.',
      words: [
        'trade in',
        'trade-in',
        'part exchange',
        'exchange my car',
        'swap my',
        'kubadilisha gari',
        'badilisha gari',
      ],
    }),
    leadField('trade_in_vehicle', 'text', ['Vehicle to trade in', 'Gari la kubadilisha'], {
      about: 'Make, model, year and condition of the vehicle the customer would give.',
      words: ['trade in my', 'exchange my', 'swap my', 'my old car', 'gari langu la zamani'],
    }),
    leadField('script_step', 'choice', ['Script progress', 'Hatua ya mazungumzo'], {
      about: 'The furthest step of the sale the conversation has reached.',
      options: [
        option(
          'needs',
          ['Needs known', 'Mahitaji yanajulikana'],
          ['looking for', 'i want to buy', 'interested in', 'natafuta', 'nataka kununua'],
        ),
        option(
          'offer',
          ['Offer made', 'Ofa imetolewa'],
          ['best price', 'quotation', 'discount', 'punguzo'],
        ),
        option(
          'viewing',
          ['Viewing or test drive', 'Kuona au kuendesha'],
          ['test drive', 'come and see', 'come to see', 'view it', 'kuja kuona', 'nije kuona'],
        ),
        option(
          'papers',
          ['Papers and finance', 'Hati na mkopo'],
          ['logbook', 'agreement', 'kra pin', 'bank statements', 'sale agreement'],
        ),
        option(
          'handover',
          ['Payment and handover', 'Malipo na makabidhiano'],
          ['pay the balance', 'collect the car', 'pick the car', 'nichukue gari'],
        ),
      ],
    }),
  ],
} satisfies Industry
