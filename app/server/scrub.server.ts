const TEXT_MAX = 200
const FRAMES_MAX = 8
const DEPTH_MAX = 4

/**
 * What stands in a sentence in place of what a person, a customer or a vendor wrote: whatever is
 * quoted, addresses of mail and pages, numbers as long as a phone's, and long words that may be
 * keys.
 */
const HIDDEN: [RegExp, string][] = [
  [/"[^"]*"?|'[^']{3,}'|`[^`]*`?|“[^”]*”?/g, '"…"'],
  [/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '[address]'],
  [/[^\s<>@]+@[^\s<>@]+/g, '[mail]'],
  [/\+?\d[\d\s().-]{5,}\d/g, '[number]'],
  [/[A-Za-z0-9_+/=-]{24,}/g, '[key]'],
]

/** A sentence without what it may quote, at most 200 characters. */
export function scrub(text: string): string {
  const short = text.slice(0, TEXT_MAX * 4)
  return HIDDEN.reduce((clean, [what, instead]) => clean.replace(what, instead), short).slice(
    0,
    TEXT_MAX,
  )
}

/** Makes every text of a logged object safe that is no plain word: reasons, kinds, ids, codes. */
export function scrubFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [toSafeWord(key), scrubValue(value, 1)]),
  )
}

function scrubValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return toSafeWord(value)
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  if (depth >= DEPTH_MAX) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => scrubValue(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [toSafeWord(key), scrubValue(inner, depth + 1)]),
  )
}

/** Words of our own: kinds, codes, versions, opaque ids, declared addresses. */
const PLAIN = /^[\w.:/-]{1,80}$/
/** A bot's token, a key of a vendor, a phone number: plain only to look at. */
const LOOKS_SECRET = /\d{6,}:[\w-]{20,}|^\+?\d{9,15}$|^(sk|pk|rk|whsec|xox|EAA|baraza)[_-]?\w{12,}/i

function toSafeWord(word: string): string {
  if (PLAIN.test(word)) return LOOKS_SECRET.test(word) ? '[redacted]' : word
  return scrub(word)
}

/**
 * An error's kind, code and place. Vendors and parsers quote what they were given, so an error
 * that a code explains brings no sentence along, and one of a parser never does.
 */
export function toSafeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const { code, status, cause } = error as Error & { code?: unknown; status?: unknown }
  return {
    name: toSafeWord(error.name),
    ...(isWord(code) && { code: toSafeWord(String(code)) }),
    ...(typeof status === 'number' && { status }),
    ...(mayQuote(error, code ?? status) ? {} : { message: scrub(error.message) }),
    stack: frames(error),
    ...(cause instanceof Error && { cause: toSafeWord(causeOf(cause)) }),
  }
}

/** SQLite names constraints and never values; its sentences are worth having. */
function mayQuote(error: Error, code: unknown): boolean {
  if (error.name === 'SqliteError') return false
  return error instanceof SyntaxError || error.name === 'ZodError' || code !== undefined
}

function causeOf(cause: Error & { code?: unknown }): string {
  return isWord(cause.code) ? `${cause.name} ${String(cause.code)}` : cause.name
}

function isWord(code: unknown): boolean {
  return typeof code === 'string' || typeof code === 'number'
}

function frames(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES_MAX)
    .join('\n')
}
