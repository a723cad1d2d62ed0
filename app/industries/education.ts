import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const education = {
  prompt:
    'You help learners and parents choose a course or a school. Explain programmes, entry ' +
    'requirements, fees, dates and how to apply, in plain and encouraging words.',
  limits: [
    'Promise no admission, grade, certificate or job.',
    'Disclose nothing about any student, not even to someone who says they are a parent.',
    "Hand over anything about a child's safety at once.",
  ],
  leadFields: [
    leadField('course', 'text', ['Course or class', 'Kozi au darasa'], {
      about: 'The course, class or level asked for.',
      words: [
        'course',
        'diploma',
        'certificate',
        'degree',
        'grade',
        'form one',
        'class',
        'kozi',
        'darasa',
        'kidato',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('learner', 'choice', ['For whom', 'Kwa nani'], {
      about: 'Whether the person writing or a child learns.',
      options: [
        option(
          'self',
          ['The customer', 'Mteja mwenyewe'],
          ['for myself', 'i want to study', 'nataka kusoma'],
        ),
        option(
          'child',
          ['A child', 'Mtoto'],
          ['my son', 'my daughter', 'my child', 'my kid', 'mtoto wangu'],
        ),
        option(
          'staff',
          ['Staff', 'Wafanyakazi'],
          ['our staff', 'my employees', 'our team', 'wafanyakazi wetu'],
        ),
      ],
    }),
    leadField('learners', 'number', ['Learners', 'Wanafunzi'], {
      about: 'How many learners.',
      words: ['students', 'learners', 'children', 'kids', 'wanafunzi', 'watoto'],
    }),
    leadField('start_on', 'date', ['Start', 'Kuanza'], {
      about: 'When the learner wants to begin.',
      words: ['start*', 'begin', 'join', 'intake', 'kuanza', 'kujiunga'],
      isOnCard: true,
    }),
    leadField('mode', 'choice', ['Mode', 'Njia ya masomo'], {
      about: 'How the learner wants to attend.',
      options: [
        option('boarding', ['Boarding', 'Bweni'], ['boarding', 'bweni']),
        option('day', ['Day', 'Kutwa'], ['day school', 'day scholar', 'full time', 'kutwa']),
        option(
          'evening',
          ['Evening or weekend', 'Jioni au wikendi'],
          ['evening', 'weekend', 'part time', 'jioni', 'wikendi'],
        ),
        option('online', ['Online', 'Mtandaoni'], ['online', 'virtual', 'mtandaoni']),
      ],
    }),
    leadField('funding', 'choice', ['Who pays', 'Anayelipa'], {
      about: 'Where the fees come from.',
      options: [
        option('self', ['Family', 'Familia'], ['pay myself', 'parents pay', 'nitalipa mwenyewe']),
        option(
          'sponsor',
          ['Sponsor or bursary', 'Mfadhili au basari'],
          ['sponsor*', 'scholarship', 'bursary', 'helb', 'mfadhili'],
        ),
        option('employer', ['Employer', 'Mwajiri'], ['my employer', 'company pays', 'mwajiri']),
      ],
    }),
    budget,
  ],
} satisfies Industry
