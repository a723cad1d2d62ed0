import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'

export const healthcare = {
  prompt:
    "You answer for a clinic or hospital: services, doctors' days, opening hours, prices, how " +
    'to book and what to bring. Be calm, kind and brief.',
  limits: [
    'Give no diagnosis, no interpretation of results and no advice on medicine or doses.',
    'In an emergency tell the person to call the local emergency number or come at once, and ' +
      'hand over.',
    'Ask for no medical details beyond what a booking needs, and repeat none.',
  ],
  leadFields: [
    leadField('service', 'text', ['Service wanted', 'Huduma anayotaka'], {
      about: 'The service or kind of appointment asked for; no diagnosis and no symptoms.',
      words: [
        'check up',
        'checkup',
        'check-up',
        'dentist',
        'dental',
        'eye test',
        'scan',
        'lab test',
        'vaccin*',
        'physio*',
        'chanjo',
        'daktari wa',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('appointment_on', 'date', ['Wanted day', 'Siku anayotaka'], {
      about: 'The day on which the patient wants to come.',
      isOnCard: true,
    }),
    leadField('for_whom', 'choice', ['For whom', 'Kwa nani'], {
      about: 'Who the patient is.',
      options: [
        option('self', ['The customer', 'Mteja mwenyewe'], ['for myself', 'for me', 'kwangu mimi']),
        option(
          'child',
          ['A child', 'Mtoto'],
          ['my son', 'my daughter', 'my child', 'my baby', 'mtoto wangu'],
        ),
        option(
          'relative',
          ['A relative', 'Ndugu'],
          ['my mother', 'my father', 'my wife', 'my husband', 'mama yangu', 'baba yangu'],
        ),
      ],
    }),
    leadField('cover', 'choice', ['Cover', 'Bima'], {
      about: 'How the visit is paid for.',
      options: [
        option(
          'insurance',
          ['Insurance', 'Bima'],
          ['insurance', 'aar', 'jubilee', 'britam', 'bima'],
        ),
        option('sha', ['SHA', 'SHA'], ['sha', 'nhif', 'shif']),
        option(
          'cash',
          ['Pays directly', 'Analipa mwenyewe'],
          ['pay cash', 'cash', 'mpesa', 'taslimu'],
        ),
      ],
    }),
    leadField('returning', 'yes_no', ['Has been here before', 'Amewahi kuja'], {
      about: 'Whether the patient has been here before.',
      words: ['came before', 'been there before', 'last visit', 'my file', 'niliwahi kuja'],
    }),
  ],
} satisfies Industry
