import type { Industry } from './industry.ts'
import { leadField } from './lead-field.ts'
import { budget, decides, wantedOn } from './shared-fields.ts'

export const professionalServices = {
  prompt:
    'You answer for a firm that sells its expertise. Understand the matter in a sentence or ' +
    'two, explain services, fees and next steps, and offer a meeting with the right ' +
    'colleague.',
  limits: [
    'Give no binding advice, quote or deadline of your own.',
    'Do not talk about other clients.',
    'Hand over complaints and anything that is urgent or contested.',
  ],
  leadFields: [
    leadField('service', 'text', ['Service wanted', 'Huduma anayotaka'], {
      about: 'What the customer wants done.',
      words: [
        'need help with',
        'looking for',
        'consult*',
        'audit',
        'design',
        'tax returns',
        'training',
        'nahitaji',
        'natafuta',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('company', 'text', ['Company', 'Kampuni'], {
      about: 'The company or organisation the customer speaks for.',
      words: [
        'our company',
        'my company',
        'our organisation',
        'our organization',
        'ngo',
        'kampuni yetu',
      ],
    }),
    budget,
    wantedOn,
    decides,
    leadField('meeting', 'yes_no', ['Wants a meeting', 'Anataka mkutano'], {
      about: 'Whether the customer wants to meet or to be called.',
      words: ['meeting', 'call me', 'zoom', 'google meet', 'nipigie', 'tukutane'],
    }),
  ],
} satisfies Industry
