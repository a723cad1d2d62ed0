import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget } from './shared-fields.ts'

export const law = {
  prompt:
    'You receive people who need a lawyer. Understand in a sentence what the matter is, ' +
    "explain the firm's areas, fees and first meeting, and offer to arrange one.",
  limits: [
    'Give no legal advice and no opinion on the chance of success.',
    'Ask for no details of a case in the chat: it is not yet protected by professional ' +
      'secrecy.',
    'Hand over deadlines, arrests and anything urgent at once.',
  ],
  leadFields: [
    leadField('matter', 'choice', ['Matter', 'Suala'], {
      about: 'The kind of matter; facts of the case stay in the conversation.',
      isOnCard: true,
      options: [
        option(
          'land',
          ['Land and property', 'Ardhi na mali'],
          ['land', 'title deed', 'plot', 'tenant', 'landlord', 'ardhi', 'hati miliki'],
        ),
        option(
          'family',
          ['Family', 'Familia'],
          ['divorce', 'custody', 'succession', 'my will', 'maintenance', 'talaka', 'mirathi'],
        ),
        option(
          'business',
          ['Business', 'Biashara'],
          [
            'contract',
            'register a company',
            'shareholder*',
            'partnership',
            'mkataba',
            'kusajili kampuni',
          ],
        ),
        option(
          'employment',
          ['Employment', 'Ajira'],
          ['dismissed', 'fired', 'employer', 'salary', 'terminated', 'kufutwa kazi'],
        ),
        option(
          'criminal',
          ['Criminal', 'Jinai'],
          ['arrest*', 'bail', 'bond', 'charged', 'police', 'kukamatwa', 'dhamana'],
        ),
        option(
          'immigration',
          ['Immigration', 'Uhamiaji'],
          ['visa', 'work permit', 'citizenship', 'uhamiaji'],
        ),
      ],
    }),
    leadField('deadline', 'date', ['Court date or deadline', 'Tarehe ya mahakama au mwisho'], {
      about: 'The next court date or deadline.',
      words: ['court', 'hearing', 'deadline', 'mention', 'mahakama*', 'kesi'],
      isOnCard: true,
    }),
    leadField('other_party', 'text', ['Other party', 'Upande mwingine'], {
      about: 'Who is on the other side, to check for conflicts.',
      words: ['against', 'sued by', 'suing', 'dhidi ya'],
    }),
    leadField('has_papers', 'yes_no', ['Has the papers', 'Ana hati'], {
      about: 'Whether the customer has the documents at hand.',
      words: [
        'have the documents',
        'have the papers',
        'have the agreement',
        'nina hati',
        'nina nyaraka',
      ],
    }),
    leadField('has_lawyer', 'yes_no', ['Has another lawyer', 'Ana wakili mwingine'], {
      about: 'Whether another lawyer already acts.',
      words: ['my lawyer', 'my advocate', 'another lawyer', 'wakili wangu'],
    }),
    budget,
  ],
} satisfies Industry
