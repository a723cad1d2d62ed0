import { isLanguage } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'

const SWAHILI = new Set(
  [
    'habari hujambo jambo mambo sasa vipi niaje shikamoo karibu asante asanteni tafadhali naomba',
    'nataka ningependa bei gani ngapi je mna mnauza mnazo una kuna ipo iko zipo wapi lini nini nani',
    'kwa ya wa na ni la za hii hiyo hizo leo kesho sawa ndiyo ndio hapana sana kama gharama duka',
    'naweza unaweza mnaweza mko uko niko kununua nunua lipa kulipa mnafungua mnafunga saa mtu sijui',
    'nimeona nisaidie samahani pole bado pia lakini au simu pesa shilingi mhudumu kuongea niongee',
  ]
    .join(' ')
    .split(' '),
)
const ENGLISH = new Set(
  [
    'the a an is are do does did you your i my me we have has how much what when where who which why',
    'can could would will please hello hi hey thanks thank price cost want need to for of in on with',
    'it this that there and or not any open close deliver delivery order buy available stock room',
  ]
    .join(' ')
    .split(' '),
)

/** The language a text is written in, as far as its small words tell; otherwise the fallback. */
export function detectLanguage(text: string, fallback: string | null): Language {
  const { swahili, english } = countWords(text)
  if (swahili !== english) return swahili > english ? 'sw' : 'en'
  return isLanguage(fallback) ? fallback : 'en'
}

/** Whether a text has any of the small words of English or Swahili. */
export function isKnownLanguage(text: string): boolean {
  const { swahili, english } = countWords(text)
  return swahili + english > 0
}

function countWords(text: string): { swahili: number; english: number } {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const count = (known: Set<string>) => words.filter((word) => known.has(word)).length
  return { swahili: count(SWAHILI), english: count(ENGLISH) }
}
