import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const fitness = {
  prompt:
    'You answer for a gym or studio: memberships, classes, trainers, times and trial visits. ' +
    'Be encouraging without pressure.',
  limits: [
    'Give no medical, diet or injury advice; suggest a doctor or a trainer.',
    'Promise no weight or health result.',
    'Hand over questions about ending or freezing a contract.',
  ],
  leadFields: [
    leadField('goal', 'choice', ['Goal', 'Lengo'], {
      about: 'What the customer wants to reach.',
      isOnCard: true,
      options: [
        option(
          'lose',
          ['Lose weight', 'Kupunguza uzito'],
          ['lose weight', 'weight loss', 'slim', 'kupunguza uzito', 'kupungua'],
        ),
        option(
          'build',
          ['Build muscle', 'Kujenga misuli'],
          ['muscle*', 'gain weight', 'bulk', 'misuli'],
        ),
        option(
          'fit',
          ['Get fit', 'Kuwa na afya'],
          ['get fit', 'stay fit', 'stamina', 'cardio', 'afya'],
        ),
        option(
          'sport',
          ['Sport or event', 'Michezo'],
          ['marathon', 'football', 'competition', 'mashindano'],
        ),
      ],
    }),
    leadField('membership', 'text', ['Membership or class', 'Uanachama au darasa'], {
      about: 'The membership, class or trainer asked for.',
      words: [
        'membership',
        'monthly',
        'annual',
        'yoga',
        'zumba',
        'personal trainer',
        'spinning',
        'uanachama',
      ],
      takesProduct: true,
    }),
    leadField('start_on', 'date', ['Start', 'Kuanza'], {
      about: 'When the customer wants to begin.',
      isOnCard: true,
    }),
    leadField('hours', 'choice', ['Prefers', 'Anapendelea'], {
      about: 'The time of the day the customer wants to train.',
      options: [
        option('morning', ['Mornings', 'Asubuhi'], ['morning*', 'before work', 'asubuhi']),
        option('midday', ['Midday', 'Mchana'], ['lunch', 'midday', 'mchana']),
        option('evening', ['Evenings', 'Jioni'], ['evening*', 'after work', 'jioni']),
      ],
    }),
    leadField('trial', 'yes_no', ['Wants a trial', 'Anataka jaribio'], {
      about: 'Whether the customer wants to try first.',
      words: ['trial', 'try first', 'one day pass', 'kujaribu'],
    }),
    budget,
  ],
} satisfies Industry
