/**
 * A small reader of ICU-style messages, enough for the catalogue and light enough for every page:
 *
 *   {name}                                          a value; numbers are grouped as the language does
 *   {count, plural, =0 {none} one {# day} other {# days}}
 *   {role, select, owner {the owner} other {a member}}
 *
 * Branches may hold placeholders of their own. `#` is the plural's number. Apostrophes are plain
 * text (no ICU quoting), so a message cannot contain a literal brace.
 */
export type MessageValue = string | number
export type MessageValues = Record<string, MessageValue>

type Part = string | { name: string } | Choice
type Choice = { name: string; kind: 'plural' | 'select'; branches: Record<string, Part[]> }

// Messages come from the catalogue alone, so this is bounded by its size.
const parsed = new Map<string, Part[]>()

/** Fills a message; a value that was not given is shown as `{name}` so that it is noticed. */
export function formatMessage(message: string, locale: string, values: MessageValues = {}): string {
  if (!message.includes('{')) return message
  let parts = parsed.get(message)
  if (!parts) parsed.set(message, (parts = parseMessage(message)))
  return write(parts, locale, values)
}

/** The names of all placeholders in a message, for checking translations against each other. */
export function listPlaceholders(message: string): string[] {
  const names = new Set<string>()
  const visit = (parts: Part[]) => {
    for (const part of parts) {
      if (typeof part === 'string') continue
      names.add(part.name)
      if ('branches' in part) Object.values(part.branches).forEach(visit)
    }
  }
  visit(parseMessage(message))
  return [...names].sort()
}

function write(parts: Part[], locale: string, values: MessageValues, count?: number): string {
  return parts
    .map((part) => {
      if (typeof part === 'string')
        return count === undefined ? part : part.replaceAll('#', formatCount(count, locale))
      const value = values[part.name]
      if ('branches' in part) return writeChoice(part, value, locale, values)
      if (value === undefined) return `{${part.name}}`
      return typeof value === 'number' ? formatCount(value, locale) : value
    })
    .join('')
}

function writeChoice(
  choice: Choice,
  value: MessageValue | undefined,
  locale: string,
  values: MessageValues,
) {
  const { branches, kind } = choice
  if (kind === 'select') {
    return write(branches[String(value)] ?? branches['other'] ?? [], locale, values)
  }
  const count = Number(value ?? 0)
  const form = new Intl.PluralRules(locale).select(count)
  return write(
    branches[`=${count}`] ?? branches[form] ?? branches['other'] ?? [],
    locale,
    values,
    count,
  )
}

function formatCount(count: number, locale: string) {
  return new Intl.NumberFormat(locale).format(count)
}

function parseMessage(message: string): Part[] {
  const { parts, end } = parseParts(message, 0)
  if (end !== message.length) throw new Error(`Unbalanced braces in message: ${message}`)
  return parts
}

function parseParts(message: string, start: number): { parts: Part[]; end: number } {
  const parts: Part[] = []
  let at = start
  let text = ''
  while (at < message.length && message[at] !== '}') {
    if (message[at] !== '{') {
      text += message[at++]
      continue
    }
    if (text) parts.push(text)
    text = ''
    const placeholder = parsePlaceholder(message, at)
    parts.push(placeholder.part)
    at = placeholder.end
  }
  if (text) parts.push(text)
  return { parts, end: at }
}

function parsePlaceholder(message: string, start: number): { part: Part; end: number } {
  const head = /^\{\s*(\w+)\s*(?:\}|,\s*(plural|select)\s*,)/.exec(message.slice(start))
  const name = head?.[1]
  if (!head || !name) throw new Error(`Bad placeholder at ${start} in message: ${message}`)
  let at = start + head[0].length
  const kind = head[2]
  if (kind !== 'plural' && kind !== 'select') return { part: { name }, end: at }
  const branches: Record<string, Part[]> = {}
  for (;;) {
    const branch = /^\s*(=\d+|\w+)\s*\{/.exec(message.slice(at))
    if (!branch?.[1]) break
    const body = parseParts(message, at + branch[0].length)
    branches[branch[1]] = body.parts
    at = body.end + 1
  }
  const close = /^\s*\}/.exec(message.slice(at))
  if (!close || !branches['other']) throw new Error(`Bad ${kind} of {${name}} in: ${message}`)
  return { part: { name, kind, branches }, end: at + close[0].length }
}
