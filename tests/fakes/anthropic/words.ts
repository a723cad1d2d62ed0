/** Words that say nothing about the subject, in English and Swahili. */
const STOP_WORDS = new Set(
  (
    'a an and any are as at be been but by can could did do does for from get give had has have ' +
    'he her hi hello hey how i if in is it its just know let like me more much many my need no not ' +
    'of on or our ok okay one please pls re s she so some t tell than thank thanks that the their ' +
    'them then there these they this to too us want was we were what when where which who why will ' +
    'with would yes you your am im ve d ll item product yours mine also about into out up ' +
    'na ya wa kwa ni la za cha vya katika hii hiyo hilo huu huo hizi hizo je kama nini gani yangu ' +
    'yako yenu yetu wako lako naomba tafadhali nataka ningependa kuhusu pia au bado sana mimi wewe ' +
    'sisi nyinyi ninyi habari hujambo mambo asante karibu kuna ipo iko mna mnayo una nina kwenu'
  ).split(' '),
)

/** One spelling for words that ask for the same thing; Swahili meets English here. */
const SAME_IDEA: Record<string, string> = {
  cost: 'price', bei: 'price', gharama: 'price', ngapi: 'price', charge: 'price', fee: 'price',
  shipping: 'deliver', ship: 'deliver', delivery: 'deliver', peleka: 'deliver',
  mnaleta: 'deliver', uwasilishaji: 'deliver', mnasafirisha: 'deliver', kusafirisha: 'deliver',
  open: 'hour', opening: 'hour', close: 'hour', closing: 'hour', saa: 'hour',
  mnafungua: 'hour', kufungua: 'hour', mnafunga: 'hour', time: 'hour',
  malipo: 'pay', kulipa: 'pay', lipa: 'pay', payment: 'pay', mpesa: 'pay',
  kurudisha: 'return', rudisha: 'return', refund: 'return',
  dhamana: 'warranty', guarantee: 'warranty',
  available: 'stock', availability: 'stock', left: 'stock', inapatikana: 'stock',
  wapi: 'location', mko: 'location', address: 'location', located: 'location', locate: 'location',
  duka: 'shop', store: 'shop', jumamosi: 'saturday', jumapili: 'sunday', jumatatu: 'monday',
  leo: 'today', kesho: 'tomorrow', rangi: 'colour', color: 'colour', bluu: 'blue',
  nyekundu: 'red', nyeusi: 'black', nyeupe: 'white', kijani: 'green',
} // prettier-ignore

/** The distinct words with meaning, lower case, lightly stemmed, synonyms merged. */
export function toContentWords(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => word.length > 1 && !STOP_WORDS.has(word))
  return [...new Set(kept.map(toRoot))]
}

export function asksForPrice(text: string): boolean {
  return /\bhow much\b/i.test(text) || toContentWords(text).includes('price')
}

export function asksForStock(text: string): boolean {
  return /\bdo you (have|sell|stock)\b/i.test(text) || toContentWords(text).includes('stock')
}

const SWAHILI =
  /\b(bei|gani|ngapi|je|mna|mnauza|habari|tafadhali|naomba|nataka|kuna|wapi|asante)\b/i

export function looksSwahili(text: string): boolean {
  return SWAHILI.test(text)
}

function toRoot(word: string): string {
  const direct = SAME_IDEA[word]
  if (direct) return direct
  const stem = word
    .replace(/(ies)$/, 'y')
    .replace(/(sses|xes|ches|shes)$/, (ending) => ending.slice(0, -2))
    .replace(/([^aeious])(s)$/, '$1')
    .replace(/([aeiou])s$/, '$1')
    .replace(/(?<=[a-z]{3})(ing|ed)$/, '')
  return SAME_IDEA[stem] ?? stem
}
