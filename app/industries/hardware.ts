import type { Industry } from './industry.ts'
import { leadField, option } from './lead-field.ts'
import { budget, payment, place, wantedOn } from './shared-fields.ts'

export const hardware = {
  prompt:
    'You answer for a hardware and building shop: materials, tools, sizes, prices, stock and ' +
    'delivery. Ask for quantities and measures when they matter.',
  limits: [
    'Give no structural, electrical or gas advice that replaces a qualified person.',
    'State load, safety and chemical data only as the passages do.',
    'Do not promise bulk discounts or delivery days of your own.',
  ],
  leadFields: [
    leadField('materials', 'text', ['Materials wanted', 'Vifaa anavyotaka'], {
      about: 'Materials or tools the customer asks for, with sizes.',
      words: [
        'cement',
        'iron sheets',
        'mabati',
        'timber',
        'tiles',
        'paint',
        'pipes',
        'simiti',
        'saruji',
        'nondo',
        'rangi',
      ],
      takesProduct: true,
      isOnCard: true,
    }),
    leadField('amount', 'number', ['How many', 'Kiasi'], {
      about: 'How many pieces, bags or metres.',
      words: [
        'bags',
        'pieces',
        'pcs',
        'metres',
        'meters',
        'sheets',
        'litres',
        'mifuko',
        'vipande',
        'mita',
      ],
    }),
    leadField('project', 'choice', ['Project', 'Mradi'], {
      about: 'What is being built or mended.',
      options: [
        option(
          'new_house',
          ['New house', 'Nyumba mpya'],
          ['new house', 'building a house', 'najenga', 'kujenga'],
        ),
        option(
          'renovation',
          ['Renovation', 'Ukarabati'],
          ['renovat*', 'repair', 'ukarabati', 'kukarabati'],
        ),
        option(
          'business',
          ['Business premises', 'Jengo la biashara'],
          ['shop', 'office', 'warehouse', 'biashara'],
        ),
      ],
    }),
    budget,
    place,
    wantedOn,
    payment,
  ],
} satisfies Industry
