import type { Claim } from './claim.ts'
import { toPlainText } from './plain-text.ts'

/** "You want three for Saturday": what the customer said, given back to them. */
const REPEATS =
  /["“«]|\b(?:you(?:'d| would)? (?:said|wrote|mention(?:ed)?|ask(?:ed)?|want(?:ed)?|need(?:ed)?|like|are looking|ordered|told|gave|have|sent|chose|offered)|your (?:budget|order|number|phone|e-?mail|booking|date|message|request|question|address|appointment|visit|party|group|reservation)|noted|umesema|ulisema|umeandika|ulitaja|unataka|ungependa|unahitaji|uliagiza|bajeti yako|oda yako|namba yako|nambari yako|agizo lako|ombi lako|tarehe yako)\b/i
/** Money is repeated only as what the customer has or said, never as what something costs. */
const REPEATS_MONEY =
  /\b(?:you (?:said|wrote|mentioned|asked|offered|have)|your (?:budget|offer|message|question)|umesema|ulisema|umeandika|ulitaja|bajeti yako|ofa yako)\b/i
const AGREES =
  /\b(?:yes|yeah|deal|agreed?|accept(?:ed)?|confirm(?:ed)?|correct|right|sure|ok(?:ay)?|fine|costs?|price is|is yours|sold|sell|will do|we can|approved?|ndiyo|ndio|sawa|tunakubali|nimekubali|kweli|bei ni|inauzwa)\b/i
const MONEY = new Set(['price', 'discount', 'percent'])
/** Given back by a machine, these send somebody somewhere. */
const NEVER = new Set(['link'])
/** What the company has is not for the customer to say. */
const OURS =
  /\b(?:in stock|available|left|we have|we are open|open (?:from|until|on)|we close|call us|our (?:number|phone|e-?mail)|reach us|tuna|ipo|zimebaki|tunafungua|tunafunga|tupigie|namba yetu)\b/i

/** Whether a claim that only the customer made may be repeated where the reply makes it. */
export function mayQuote({ kind, at }: Claim, reply: string): boolean {
  if (NEVER.has(kind)) return false
  const sentence = sentenceAt(toPlainText(reply), at)
  if (MONEY.has(kind)) return REPEATS_MONEY.test(sentence) && !AGREES.test(sentence)
  return REPEATS.test(sentence) && !OURS.test(sentence)
}

function sentenceAt(text: string, at: number): string {
  const before =
    text
      .slice(0, at)
      .split(/[.!?](?=\s)|\n/)
      .at(-1) ?? ''
  const after = text.slice(at).split(/[.!?](?=\s|$)|\n/)[0] ?? ''
  return before + after
}
