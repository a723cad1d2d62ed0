const PERSON =
  '(?:(?:a|an|the|some|one of your|your|any)\\s+)?(?:real\\s+|live\\s+|actual\\s+|human\\s+)?(?:human(?: being)?|person|people|someone|somebody|representative|rep|agent|operator|supervisor|manager|owner|staff(?: member)?|colleague|attendant|customer (?:care|service|support)|support(?: team)?)'

/** Said in so many words; a real estate agent or a tour operator is not meant. */
const WANTS_PERSON = [
  new RegExp(
    `\\b(?:speak|talk|chat|connect(?: me)?|transfer(?: me)?|pass me|put me through|put me)\\s+(?:directly\\s+)?(?:to|with|on to)\\s+${PERSON}\\b`,
    'i',
  ),
  /\b(?:need|want|get me|give me|prefer|like)\s+(?:to\s+(?:speak|talk|chat)\s+(?:to|with)\s+)?(?:a|an|some)\s+(?:real\s+|live\s+|actual\s+)?(?:human(?:\s+(?:being|agent))?|real person|live agent|person to (?:talk|speak|help))\b/i,
  /\b(?:real|actual|live)\s+(?:human|person|agent)\b/i,
  /\bhuman\s+(?:agent|being|please|support|operator)\b/i,
  /\bcall me(?:\s+back)?\b/i,
  /^\W*(?:human|agent|operator|representative|a (?:human|person))(?:\s+please)?\W*$/i,
  /\b(?:are you|am i (?:talking|speaking|chatting) (?:to|with))\s+a\s+(?:bot|robot|machine)\b.*\b(?:human|person)\b/i,
  /\b(?:kuongea|niongee|kuzungumza|nizungumze|kuwasiliana|niunganishe|unganisha|niunganisheni)\s+(?:moja kwa moja\s+)?na\s+(?:mtu|mhudumu|binadamu|meneja|msimamizi|wakala|mmoja|mwenye|bosi)\b/i,
  /\b(?:nataka|naomba|ningependa|nahitaji|nipe|nipatie)\s+(?:mtu|mhudumu|binadamu|meneja|msimamizi)\b/i,
  /\bmtu halisi\b|\bbinadamu\b|\bnipigie(?:ni)? simu\b|^\W*mhudumu\W*$/i,
]

/** Whether the customer asks for a person, in English or Swahili. */
export function wantsPerson(text: string): boolean {
  return WANTS_PERSON.some((pattern) => pattern.test(text))
}

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye'

const NAME_END =
  '(?:\\s+(?:there|all|team|sir|madam|boss|bro|sana|everyone|pia|za (?:asubuhi|mchana|jioni|leo)))?'
const GREETING = `(?:hi+|hello|hey+|helo|good (?:morning|afternoon|evening|day)|greetings|habari(?: yako| yenu| gani)?|hujambo|hamjambo|jambo|mambo(?: vipi)?|vipi|sasa|niaje|shikamoo|salama|salam)${NAME_END}`
const THANKS = `(?:thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|ty|asante(?:ni)?(?: sana)?|shukran(?:i)?|ok(?:ay)?|sawa(?: sawa)?|great|perfect|nice|cool|poa|noted|alright)${NAME_END}`
const GOODBYE = `(?:bye(?: bye)?|goodbye|good night|see you|kwaheri(?:ni)?|usiku mwema|baadaye)${NAME_END}`

const SMALL_TALK: [SmallTalk, RegExp][] = [
  ['goodbye', whole(`(?:${THANKS}[\\s,.!]+)*${GOODBYE}`)],
  ['thanks', whole(`${THANKS}(?:[\\s,.!]+${THANKS})*`)],
  ['greeting', whole(`${GREETING}(?:[\\s,.!?]+${GREETING})*`)],
]

/** A message that is nothing but a greeting, thanks or a goodbye. */
export function findSmallTalk(text: string): SmallTalk | undefined {
  return SMALL_TALK.find(([, pattern]) => pattern.test(text))?.[0]
}

function whole(pattern: string): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*${pattern}[^\\p{L}\\p{N}]*$`, 'iu')
}

const QUESTION =
  /\?|\b(?:how|what|when|where|which|who|why|do you|does|can (?:i|you|we)|could|is there|are there|is it|price|cost|bei|gani|ngapi|wapi|lini|nini|je|mna|mnauza|kuna|inapatikana)\b/i

/**
 * The questions in what a customer wrote, one by one; all of it when none stands out. At most
 * three: who asks more is better served by a person.
 */
export function toQuestions(text: string): string[] {
  const parts = text
    .split(/(?<=[?!.])\s+|\n+/)
    .map((part) => part.trim())
    .filter(Boolean)
  const questions = parts.filter((part) => QUESTION.test(part))
  return questions.length > 0 && questions.length <= QUESTIONS_MAX ? questions : [text]
}

const QUESTIONS_MAX = 3
