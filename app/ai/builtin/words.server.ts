import { stem } from '#app/ai/retrieval/text/stem.server.ts'
import { toWords } from '#app/ai/retrieval/text/words.server.ts'

/** Words that say nothing about what is asked, in English and Swahili. */
const EMPTY_WORDS = new Set(
  [
    'a an and any anyone are as at be been but by can could did do does doing for from get give go',
    'got had has have hello hey hi how i if in is it its just kindly know let like may me more much',
    'my need needed of off ok okay on one or our out please pls so some someone tell than thank',
    'thanks that the their them then there these they this those to too up us want wanted was we',
    'were what whats when where which who whose why will with would yes no you your yours am im id',
    'ive ll ve re about also sir madam help interested looking look find information info question',
    'na ya wa kwa ni la za cha vya katika hii hiyo hilo hicho huu huo hizi hizo hapa hapo je kama',
    'nini gani yangu yako yenu yetu yake wako wetu lako langu naomba tafadhali nataka ningependa',
    'kuhusu pia au bado sana mimi wewe sisi nyinyi ninyi habari hujambo jambo mambo asante karibu',
    'kuna ipo iko zipo mna mnayo mnazo una nina kwenu kwako ndiyo hapana sawa ili lakini tu ndio',
    'niambie nisaidie naweza unaweza mnaweza nikitaka kupata accept mnakubali',
  ]
    .join(' ')
    .split(' '),
)

/** Words that ask for the same thing become one; Swahili meets English here. */
const SAME_IDEA: Record<string, string> = {
  ...ideas('price', 'cost costs pricing charge charges fee fees bei gharama ngapi shilingi pesa'),
  ...ideas('stock', 'available availability left inapatikana zinapatikana baki zimebaki'),
  ...ideas('deliver', 'delivery delivers ship shipping shipment peleka mnaleta mnapeleka kuletewa'),
  ...ideas(
    'deliver',
    'uwasilishaji usafirishaji mnasafirisha kusafirisha kuleta usambazaji tunatuma mnatuma kutuma',
  ),
  ...ideas('hour', 'hours time times saa masaa'),
  ...ideas('open', 'opening opens mnafungua kufungua wazi mnafunguliwa hufunguliwa'),
  ...ideas('close', 'closing closes closed mnafunga kufunga hufungwa'),
  ...ideas('pay', 'payment payments paying malipo kulipa lipa nalipa mnapokea mpesa'),
  ...ideas('return', 'returns returning refund refunds kurudisha rudisha marejesho kurejesha'),
  ...ideas('pickup', 'pick fetch transfer collect collection'),
  ...ideas('warranty', 'guarantee dhamana waranti'),
  ...ideas('location', 'located locate address directions wapi mko mahali anwani'),
  ...ideas('shop', 'store stores shops duka maduka'),
  ...ideas('book', 'booking reserve reservation kuhifadhi hifadhi kuweka miadi nafasi'),
  ...ideas('room', 'rooms chumba vyumba'),
  ...ideas('phone', 'phones simu'),
  ...ideas('breakfast', 'kifungua kinywa'),
  ...ideas('price', 'rate rates'),
  ...ideas('wifi', 'internet'),
  ...ideas('contact', 'call number whatsapp nambari namba'),
  ...ideas('email', 'mail barua'),
  ...ideas('monday', 'jumatatu'),
  ...ideas('tuesday', 'jumanne'),
  ...ideas('wednesday', 'jumatano'),
  ...ideas('thursday', 'alhamisi'),
  ...ideas('friday', 'ijumaa'),
  ...ideas('saturday', 'jumamosi'),
  ...ideas('sunday', 'jumapili'),
  ...ideas('today', 'leo'),
  ...ideas('tomorrow', 'kesho'),
  ...ideas('blue', 'bluu samawati'),
  ...ideas('red', 'nyekundu'),
  ...ideas('black', 'nyeusi'),
  ...ideas('white', 'nyeupe'),
  ...ideas('green', 'kijani'),
  ...ideas('colour', 'color colors colours rangi'),
}

function ideas(idea: string, words: string): Record<string, string> {
  return Object.fromEntries([idea, ...words.split(' ')].map((word) => [word, idea]))
}

/** The distinct words that carry the meaning of a text, endings cut, synonyms made one. */
export function toIdeas(text: string): Set<string> {
  const words = toWords(text.replace(/\bhow much\b/gi, 'price').replace(/\bm-pesa\b/gi, 'mpesa'))
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map(toIdea))
}

/**
 * The ideas of a passage. It speaks of prices and hours by giving them, and a word with a
 * hyphen is also found without.
 */
export function toHeldIdeas(text: string): Set<string> {
  const ideas = toIdeas(`${text} ${text.replace(/(\p{L})-(\p{L})/gu, '$1$2')}`)
  if (AMOUNT.test(text)) ideas.add('price')
  if (CLOCK.test(text)) ideas.add('hour')
  return ideas
}

const AMOUNT = /\b(?:[A-Z]{3}|K[Ss]h|T[Ss]h|U[Ss]h)\.?\s?\d|\d\s?(?:\/=|\/-|shillings?\b|bob\b)/
const CLOCK = /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?(?:am|pm)\b|\bsaa \d/i

function toIdea(word: string): string {
  const direct = SAME_IDEA[word]
  if (direct) return direct
  const single = word.replace(/([^s])s$/, '$1')
  return SAME_IDEA[single] ?? stem(word)
}

export function union(left: Set<string>, right: Set<string>): Set<string> {
  return new Set([...left, ...right])
}

export function without(left: Set<string>, right: Set<string>): Set<string> {
  return new Set([...left].filter((idea) => !right.has(idea)))
}

export function countShared(left: Set<string>, right: Set<string>): number {
  return [...left].filter((idea) => right.has(idea)).length
}
