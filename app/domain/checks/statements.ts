/** What kind of figure a statement names. */
export type FigureKind = 'price' | 'time' | 'share' | 'amount'

/** A sentence that names figures: what it is about, and what it says. */
export type Statement = {
  kind: FigureKind
  /** words without figures; of an amount, its unit too */
  about: Set<string>
  /** its figures in one spelling, sorted */
  says: string
  text: string
}

const SENTENCE = /(?<=[.!?;])\s+|\n+|\s[–·|]\s/
const TEXT_CHARACTERS_MAX = 300

const FIGURES: [FigureKind, RegExp][] = [
  [
    'price',
    /(?:KES|KSh|Ksh|Sh|USD|\$|€|£)\.?\s?\d[\d,.]*|\d[\d,.]*\s?(?:\/=|KES|shillings?|bob)/giu,
  ],
  ['time', /\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)|\b\d{1,2}:\d{2}\b/giu],
  ['share', /\d[\d,.]*\s?(?:%|percent)/giu],
  [
    'amount',
    /\b\d[\d,.]*\s(?:hours?|days?|weeks?|months?|years?|km|kg|minutes?|nights?|people|guests|saa|siku|wiki|miezi)\b/giu,
  ],
]

/** Words that say nothing about what a sentence is about. */
const COMMON = new Set(
  'the a an is are of for to in on at and or from until till by with per we our you your it this that be can will from each all only price cost bei gharama'.split(
    ' ',
  ),
)

/**
 * The statements of a passage that a figure is in. One that names figures of several kinds is
 * several statements.
 */
export function readStatements(passage: { title: string; text: string }): Statement[] {
  return passage.text.split(SENTENCE).flatMap((sentence) => {
    const text = sentence.trim().slice(0, TEXT_CHARACTERS_MAX)
    return FIGURES.flatMap(([kind, pattern]): Statement[] => {
      const found = text.match(pattern)
      if (!found) return []
      const about = toWords(`${passage.title} ${text.replace(pattern, ' ')}`)
      const says = [...new Set(found.map((figure) => toFigure(kind, figure)))].toSorted().join(' ')
      return [{ kind, about, says, text }]
    })
  })
}

/** `KSh 1,500.00` and `1500/=` are the same price; `9.00 am` and `9:00` the same time. */
function toFigure(kind: FigureKind, figure: string): string {
  if (kind === 'time') return toMinutes(figure)
  const number = Number(figure.replace(/[^\d.]/g, '').replace(/\.$/, ''))
  if (kind !== 'amount') return String(number)
  const unit = /[a-z]+$/i.exec(figure)?.[0].toLowerCase().replace(/s$/, '') ?? ''
  return `${number} ${unit}`
}

function toMinutes(figure: string): string {
  const [hours = 0, minutes = 0] = (figure.match(/\d+/g) ?? []).map(Number)
  const isAfternoon = /p/i.test(figure)
  const isMorning = /a/i.test(figure)
  const hour = isAfternoon && hours < 12 ? hours + 12 : isMorning && hours === 12 ? 0 : hours
  return String(hour * 60 + minutes)
}

function toWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}]{2,}/gu) ?? []
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.replace(/s$/, '')))
}
