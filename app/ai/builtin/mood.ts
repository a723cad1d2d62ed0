import { toPlain } from '#app/domain/contacts/score-rules.ts'

/**
 * Words aimed at the company, in English, Swahili and Sheng. Asking ("is this a scam?") and
 * telling of others ("the last shop was terrible") is no anger at us.
 */
const ANGRY = [
  /\bi(?:'m| am)\s+(?:(?:so|very|really|extremely|getting)\s+)*(?:angry|furious|fed up|pissed(?: off)?|disgusted|livid)\b/,
  /\b(?:this|that) is\s+(?:(?:just|absolutely|totally|completely|so|beyond)\s+)*(?:ridiculous|unacceptable|outrageous|nonsense|theft|a (?:joke|scam|disgrace))\b/,
  /\b(?:your|you have the|you are the)\s+(?:\w+\s+)?(?:worst|terrible|horrible|pathetic|useless|rubbish)\b/,
  /\b(?:worst|terrible|horrible|pathetic|disgusting) (?:service|customer (?:service|care)|support) (?:ever|i(?:'ve| have) ever)\b/,
  /\byou(?: people| guys| all)? are (?:all )?(?:such )?(?:thieves|liars|scammers|crooks|useless|idiots|a joke|con ?(?:men|artists))\b/,
  /\b(?:stop wasting my time|you(?:'re| are| have)? wast(?:e|ed|ing) my time|i want my money back|give me my money back)\b/,
  /\bi(?:'ll| will| am going to) (?:sue you|report you|take you to court|go to the police)\b/,
  /\b(?:bullshit|wtf|fuck(?:ing|ed)?|damn you|stupid (?:bot|machine|company|people))\b/,
  /\b(?:nimekasirika|nimeudhika|mmeniudhi|umeniudhi|mmenichosha|umenichosha|nimechoka na(?:nyi| nyinyi| huduma))\b/,
  /\b(?:nyinyi|ninyi|nyie) ni (?:wezi|matapeli|waongo|wajinga)\b|\b(?:mmenidanganya|mnanidanganya|mmeniibia|mnaniibia|mmenitapeli)\b/,
  /\bhuduma (?:yenu )?(?:ni )?(?:mbaya|mbovu|ovyo|hovyo)(?: sana| kabisa)?\b/,
  /\b(?:nirudishieni|nirudishie|rudisheni) pesa\b|\bnitawa(?:shtaki|ripoti)\b|\b(?:pumbavu|upuuzi huu)\b/,
  /\b(?:ufala|mafala|mmenicon|mmeniconia|mnanibeba)\b/,
]

const MISUNDERSTOOD = [
  /\bnot (?:what|the (?:thing|one)) i (?:asked|meant|said|want(?:ed)?)\b/,
  /\byou(?:'re| are)?\s*(?:do not|don't|did not|didn't|are not|aren't|not|never) (?:understand|understood|understanding|listen(?:ing|ed)?|get(?:ting)? (?:it|me)|answer(?:ed|ing)? (?:me|my question))\b/,
  /\b(?:wrong answer|not my question|does(?:n't| not) answer my question)\b/,
  /\bi (?:have )?(?:already|just) (?:asked|told you|said)\b/,
  /\b(?:hujanielewa|hunielewi|hamnielewi|hujaelewa|huelewi|hukunielewa)\b/,
  /\bsi(?:o|vyo)? (?:hilo|hicho|hivyo|ndivyo) (?:nili(?:louliza|chouliza|vyouliza|lomaanisha|chomaanisha))\b/,
  /\b(?:nimeshauliza|nilishauliza|nilishasema|hujajibu swali|hujanijibu)\b/,
]
/** So often something has to happen before it counts as happening again and again. */
const REPEATS = 2
const WORDS_MIN = 3

/** Whether a customer is angry at the company: a person calms better than a machine. */
export function isAngry(text: string): boolean {
  const plain = toPlain(text)
  return ANGRY.some((pattern) => pattern.test(plain))
}

/**
 * Whether a customer was misunderstood again: says so for the second time, or asks the same
 * question for the third.
 *
 * @param now what was just written, `before` the customer's messages until then
 */
export function isMisunderstoodAgain(now: string, before: readonly string[]): boolean {
  const plain = toPlain(now)
  const earlier = before.map(toPlain)
  const complains = (text: string) => MISUNDERSTOOD.some((pattern) => pattern.test(text))
  if (complains(plain) && earlier.filter(complains).length + 1 >= REPEATS) return true
  const question = toWords(plain)
  if (question.split(' ').length < WORDS_MIN) return false
  return earlier.filter((text) => toWords(text) === question).length >= REPEATS
}

function toWords(plain: string): string {
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
