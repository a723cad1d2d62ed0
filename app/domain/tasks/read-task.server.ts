import { casual } from 'chrono-node'
import { addDays, fromWallTime, toWallTime } from '#app/domain/company/wall-time.ts'
import { MORNING } from '#app/domain/conversations/snooze-times.ts'
import { readWords } from '#app/domain/conversations/snooze-words.server.ts'

/** When what has no time is due: at the end of the day's work, or in the morning after it. */
const END_OF_WORK = '17:00'
const TOO_LATE_FOR_TODAY = '16:00'

/** Words that may stand in a Swahili time, and those that make one. */
const swahili =
  /^(leo|kesho|kutwa|keshokutwa|saa|masaa|dakika|siku|wiki|juma|ijayo|lijalo|baada|ya|na|nusu|robo|kasoro|asubuhi|mchana|jioni|usiku|alfajiri|baadaye|juma(pili|tatu|nne|tano|mosi)|alhamisi|ijumaa|moja|(ma|wa|vi|mi)?(wili|tatu|nne|tano|nane)|mbili|sita|saba|tisa|kumi|\d{1,2})$/
const anchor =
  /^(leo|kesho|keshokutwa|saa|baada|asubuhi|mchana|jioni|usiku|baadaye|wiki|juma(pili|tatu|nne|tano|mosi)|alhamisi|ijumaa)$/

/** What leads in, and what led to the time and now leads to nothing. */
const OPENING = /^(remind me( to| about)?|nikumbushe)\s+/i
const DANGLING = /[\s,;:–-]+$|\s+(at|on|by|before|until|mnamo|ifikapo|kabla)\s*$/i

/**
 * Takes a line apart into what is to be done and when: `call Asha tomorrow 9am` is “call Asha”,
 * tomorrow at nine in the company's zone. Swahili too: `mpigie Asha kesho saa tatu asubuhi`.
 *
 * @returns `dueAt` in UTC ms, undefined when no time is named; an empty title when nothing but a time is
 */
export function readTask(
  line: string,
  { now, timeZone }: { now: number; timeZone: string },
): { title: string; dueAt: number | undefined } {
  const text = line.replace(/\s+/g, ' ').trim()
  const words = swahiliTimeOf(text) ?? englishTimeOf(text, toWallTime(now, timeZone))
  const dueAt = words ? readWords(words, now, timeZone) : undefined
  if (!words || dueAt === undefined) return { title: text.replace(OPENING, ''), dueAt: undefined }
  const at = text.indexOf(words)
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)]
  const rest = [trimEnd(before), after.trim()].filter(Boolean).join(' ')
  return { title: trimEnd(rest.replace(OPENING, '')).replace(/^[\s,;:–-]+/, ''), dueAt }
}

/** When something is due that says no time. */
export function defaultDue(now: number, timeZone: string): number {
  const [day = '', clock = ''] = toWallTime(now, timeZone).split('T')
  const wall =
    clock < TOO_LATE_FOR_TODAY ? `${day}T${END_OF_WORK}` : `${addDays(day, 1)}T${MORNING}`
  return fromWallTime(wall, timeZone) ?? now
}

function trimEnd(text: string): string {
  let shorter = text.trim()
  while (DANGLING.test(shorter)) shorter = shorter.replace(DANGLING, '')
  return shorter
}

function englishTimeOf(text: string, wallNow: string): string | undefined {
  const reference = { instant: new Date(`${wallNow}:00Z`), timezone: 0 }
  return casual.parse(text, reference, { forwardDate: true })[0]?.text
}

/** The longest run of such words with one among them that makes a time. */
function swahiliTimeOf(text: string): string | undefined {
  const runs: string[][] = [[]]
  for (const token of text.split(' ')) {
    const isTime = swahili.test(token.toLowerCase().replace(/[,.;]$/, ''))
    if (isTime) runs.at(-1)?.push(token)
    else runs.push([])
  }
  const isAnchored = (run: string[]) =>
    run.some((token) => anchor.test(token.toLowerCase().replace(/[,.;]$/, '')))
  const longest = runs.filter(isAnchored).toSorted((a, b) => b.length - a.length)[0]
  // A number that ends what is to be done is not the start of the time.
  while (longest && /^(na|ya|\d+)$/.test(longest[0] ?? '')) longest.shift()
  return longest?.join(' ')
}
