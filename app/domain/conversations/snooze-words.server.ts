import { casual } from 'chrono-node'
import { fromWallTime, toWallTime } from '#app/domain/company/wall-time.ts'
import { MORNING, presetTimes } from './snooze-times.ts'
import { readSwahiliTime } from './swahili-time.ts'
import type { SaidTime } from './swahili-time.ts'

const WORDS_LENGTH_MAX = 80
const FAR_MS = 366 * 24 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** What a person chose: one of the presets, a clock reading, words, or the customer's reply. */
export type SnoozeWish = { preset?: string; at?: string; words?: string; untilReply?: boolean }

export type SnoozeTime =
  | { ok: true; until: number | null }
  | { ok: false; reason: 'snooze_not_understood' | 'snooze_past' | 'snooze_too_far' }

/** The moment somebody means, UTC ms; null is the customer's reply. */
export function readSnooze(
  wish: SnoozeWish,
  { now, timeZone }: { now: number; timeZone: string },
): SnoozeTime {
  if (wish.untilReply) return { ok: true, until: null }
  const until = readMoment(wish, now, timeZone)
  if (until === undefined) return { ok: false, reason: 'snooze_not_understood' }
  if (until <= now) return { ok: false, reason: 'snooze_past' }
  return until - now > FAR_MS ? { ok: false, reason: 'snooze_too_far' } : { ok: true, until }
}

function readMoment(
  { preset, at, words }: SnoozeWish,
  now: number,
  timeZone: string,
): number | undefined {
  if (preset) return presetTimes(now, timeZone).find((time) => time.preset === preset)?.at
  if (at) return fromWallTime(at, timeZone)
  const text = words?.trim().slice(0, WORDS_LENGTH_MAX)
  return text ? readWords(text, now, timeZone) : undefined
}

/** `in 3 hours`, `tomorrow 9am`, `kesho saa tatu asubuhi`, on the company's wall clock. */
export function readWords(text: string, now: number, timeZone: string): number | undefined {
  const wallNow = toWallTime(now, timeZone)
  const said = readSwahiliTime(text, wallNow.slice(0, 10)) ?? readEnglish(text, wallNow)
  if (!said) return undefined
  if (said.afterMs !== undefined) return toMinute(now + said.afterMs)
  const [today = '', clockNow = ''] = wallNow.split('T')
  const at = fromWallTime(`${said.day ?? today}T${said.clock ?? MORNING}`, timeZone)
  // "At nine" in the evening means tomorrow.
  const isOver = at !== undefined && said.day === undefined && (said.clock ?? MORNING) <= clockNow
  return isOver ? fromWallTime(toWallTime(at + DAY_MS, timeZone), timeZone) : at
}

/** chrono works on a plain wall clock: it is told no zone, and answers in none. */
function readEnglish(text: string, wallNow: string): SaidTime | undefined {
  const reference = new Date(`${wallNow}:00Z`)
  const start = casual.parse(text, { instant: reference, timezone: 0 }, { forwardDate: true })[0]
    ?.start
  if (!start) return undefined
  const isSpan = /\b(in|after|within)\b.*\b(min|hour|hr|h\b|sec)/i.test(text)
  if (isSpan) return { afterMs: start.date().getTime() - reference.getTime() }
  const pad = (part: 'month' | 'day' | 'hour' | 'minute') =>
    String(start.get(part) ?? 0).padStart(2, '0')
  const isClockSaid =
    start.isCertain('hour') || /\b(evening|night|noon|afternoon|morning)\b/i.test(text)
  return {
    day: `${start.get('year')}-${pad('month')}-${pad('day')}`,
    clock: isClockSaid ? `${pad('hour')}:${pad('minute')}` : undefined,
  }
}

function toMinute(at: number): number {
  return Math.ceil(at / 60_000) * 60_000
}
