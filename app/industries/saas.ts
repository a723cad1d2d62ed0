import type { Industry } from './industry.ts'
import { leadField } from './lead-field.ts'
import { budget, decides } from './shared-fields.ts'

export const saas = {
  prompt:
    'You answer for a software company: what the product does, plans and prices, how to get ' +
    'started and how to solve common problems, step by step.',
  limits: [
    'Promise no feature, date or uptime that the passages do not state.',
    'Never ask for passwords, keys or tokens.',
    'Hand over outages, data loss, security reports and billing disputes.',
  ],
  leadFields: [
    leadField('seats', 'number', ['Users', 'Watumiaji'], {
      about: 'How many people would use it.',
      words: [
        'users',
        'seats',
        'agents',
        'staff',
        'employees',
        'licences',
        'licenses',
        'watumiaji',
        'wafanyakazi',
      ],
      isOnCard: true,
    }),
    leadField('plan', 'text', ['Plan', 'Mpango'], {
      about: 'The plan or feature asked for.',
      words: ['plan', 'api', 'integration', 'integrate', 'module', 'mpango'],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('uses_now', 'text', ['Uses now', 'Anatumia sasa'], {
      about: 'What the customer uses today.',
      words: ['currently use', 'currently using', 'we use', 'excel', 'switching from', 'tunatumia'],
    }),
    budget,
    leadField('starts_on', 'date', ['Start', 'Kuanza'], {
      about: 'When the customer wants to go live.',
      words: ['go live', 'start*', 'by', 'kuanza'],
    }),
    decides,
    leadField('demo', 'yes_no', ['Wants a demo', 'Anataka maonyesho'], {
      about: 'Whether the customer wants to be shown it.',
      words: ['demo', 'show us', 'trial', 'walk us through', 'tuonyeshe'],
    }),
  ],
} satisfies Industry
