import { newNumericId } from './ids.ts'
import type { Template } from './template-schema.ts'

type Seed = Pick<Template, 'name' | 'language' | 'category' | 'status' | 'components'>

const SEEDS: Seed[] = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    status: 'APPROVED',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
      {
        type: 'BODY',
        text: 'Welcome and congratulations! This message shows that sending works.',
      },
      { type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
    ],
  },
  orderUpdate('en', 'Hello {{1}}, your order {{2}} is ready.', [['Asha', 'A-1042']]),
  orderUpdate('sw', 'Habari {{1}}, oda yako {{2}} iko tayari.', [['Asha', 'A-1042']]),
  {
    name: 'season_offer',
    language: 'en',
    category: 'MARKETING',
    status: 'PENDING',
    components: [
      {
        type: 'BODY',
        text: 'Hi {{1}}, our season offer ends soon.',
        example: { body_text: [['Asha']] },
      },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Tell me more' }] },
    ],
  },
  {
    name: 'flash_sale',
    language: 'en',
    category: 'MARKETING',
    status: 'REJECTED',
    components: [{ type: 'BODY', text: 'Buy now!' }],
  },
]

/** What every new account of the fake holds: one of each state that an inbox must show. */
export function seedTemplates(wabaId: string): Template[] {
  return SEEDS.map((seed) => ({ ...seed, id: newNumericId(), wabaId }))
}

function orderUpdate(language: string, text: string, examples: string[][]): Seed {
  return {
    name: 'order_update',
    language,
    category: 'UTILITY',
    status: 'APPROVED',
    components: [{ type: 'BODY', text, example: { body_text: examples } }],
  }
}
