/** Below this, a number word is speech ("one moment") unless money or a share follows. */
const COUNTS_FROM = 13

const english: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16 },
  ...{ seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50 },
  ...{ sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
}
const swahili: Record<string, number> = {
  ...{ moja: 1, mbili: 2, tatu: 3, nne: 4, tano: 5, sita: 6, saba: 7, nane: 8, tisa: 9, kumi: 10 },
  ...{ ishirini: 20, thelathini: 30, arobaini: 40, hamsini: 50, sitini: 60, sabini: 70 },
  ...{ themanini: 80, tisini: 90 },
}
/** English scales follow what they multiply, Swahili ones stand before it. */
const scalesAfter: Record<string, number> = { hundred: 100, thousand: 1_000, million: 1_000_000 }
const scalesBefore: Record<string, number> = {
  ...{ mia: 100, elfu: 1_000, laki: 100_000, milioni: 1_000_000 },
}

const WORD = [english, swahili, scalesAfter, scalesBefore].flatMap(Object.keys).join('|')
const RUN = new RegExp(
  `(?<![\\p{L}\\d])(?:${WORD})(?:(?:\\s+|-|\\s+(?:and|na)\\s+)(?:${WORD}))*(?![\\p{L}\\d])`,
  'giu',
)
const MONEY_OR_SHARE =
  /^\s*(?:per\s?cent|%|shillings?|bob\b|ksh|kes|dollars?|euros?|pounds?|shilingi|usd)/i
const BEFORE_MONEY = /(?:shilingi|ksh\.?|kes|asilimia|usd|sh\.?)\s*$/i

/**
 * Numbers written as words, English or Swahili, as digits: `five hundred shillings` becomes
 * `500 shillings`. Small words of everyday speech stay words.
 */
export function spellOutNumbers(text: string): string {
  return text.replace(RUN, (words, at: number) => {
    const value = toNumber(words)
    const isMoney =
      MONEY_OR_SHARE.test(text.slice(at + words.length)) || BEFORE_MONEY.test(text.slice(0, at))
    const counts = value >= COUNTS_FROM || isMoney
    return counts ? String(value) : words
  })
}

function toNumber(run: string): number {
  const words = run
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== 'and' && word !== 'na')
  const isSwahili = words.some((word) => word in scalesBefore || word in swahili)
  return isSwahili ? readSwahili(words) : readEnglish(words)
}

function readEnglish(words: string[]): number {
  let total = 0
  let group = 0
  for (const word of words) {
    const scale = scalesAfter[word]
    if (scale === undefined) group += english[word] ?? 0
    else if (scale === 100) group = (group || 1) * 100
    else {
      total += (group || 1) * scale
      group = 0
    }
  }
  return total + group
}

/** `elfu mbili mia tano` is 2 × 1000 + 5 × 100: a scale counts what follows, up to the next one. */
function readSwahili(words: string[]): number {
  let total = 0
  let scale = 0
  let group = 0
  for (const word of [...words, undefined]) {
    const next = word === undefined ? undefined : scalesBefore[word]
    if (word !== undefined && next === undefined) {
      const value = swahili[word] ?? 0
      // `mia tisa tisini`: after a unit, a ten begins what is left over.
      if (scale > 0 && group > 0 && group < 10 && value >= 10) {
        total += scale * group
        scale = 0
        group = 0
      }
      group += value
      continue
    }
    total += scale === 0 ? group : scale * (group || 1)
    scale = next ?? 0
    group = 0
  }
  return total
}
