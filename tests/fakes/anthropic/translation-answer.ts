import { z } from 'zod'
import { looksSwahili } from './words.ts'

const asked = z.object({
  texts: z.array(z.object({ number: z.number(), text: z.string() })).min(1),
})

/** What the demo's people say to each other, in both languages. */
const KNOWN: [swahili: string, english: string][] = [
  ['Solar kit inafaa kwa fridge ndogo?', 'Is the solar kit right for a small fridge?'],
  [
    'Habari, kifungua kinywa kimejumuishwa kwenye bei?',
    'Hello, is breakfast included in the price?',
  ],
  ['Asante sana', 'Thank you very much'],
  ['Habari, chumba kipo wikendi hii?', 'Hello, is there a room this weekend?'],
  ['Ndiyo, kipo chumba kimoja.', 'Yes, there is one room.'],
]

/** True when a format asks for translations, each with its number. */
export function isTranslationSchema(schema: Record<string, unknown>): boolean {
  return Object.keys((schema.properties as object | undefined) ?? {}).join() === 'translations'
}

/** Translates what it knows by heart; anything else keeps its words and says into what. */
export function answerTranslation(systemText: string, userText: string): unknown {
  const into = /Translate into (\w+)/.exec(systemText)?.[1] ?? 'English'
  const toSwahili = into === 'Swahili'
  const { texts } = asked.parse(JSON.parse(userText))
  return {
    translations: texts.map(({ number, text }) => ({
      ...{ number, language: looksSwahili(text) || isKnownSwahili(text) ? 'sw' : 'en' },
      text: translate(text, toSwahili) ?? `[${into}] ${text}`,
    })),
  }
}

function translate(text: string, toSwahili: boolean): string | undefined {
  const pair = KNOWN.find((one) => one[toSwahili ? 1 : 0] === text.trim())
  return pair?.[toSwahili ? 0 : 1]
}

function isKnownSwahili(text: string): boolean {
  return KNOWN.some(([swahili]) => swahili === text.trim())
}
