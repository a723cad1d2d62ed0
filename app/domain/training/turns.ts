/** One thing said in a sample conversation. */
export type SampleTurn = { by: 'customer' | 'company'; text: string }

/** Who speaks, at the beginning of a line, in either language. */
const CUSTOMER = /^(customer|client|mteja)\s*:\s*/i
const COMPANY = /^(us|we|company|agent|sisi|kampuni)\s*:\s*/i

/**
 * A conversation as it is typed: each turn begins with who speaks (`Customer: …`, `Us: …`), a
 * line without goes on with the turn before.
 *
 * @returns undefined unless both speak
 */
export function parseTurns(typed: string): SampleTurn[] | undefined {
  const turns: SampleTurn[] = []
  for (const line of typed.split(/\r?\n/)) {
    const by = CUSTOMER.test(line) ? 'customer' : COMPANY.test(line) ? 'company' : undefined
    const text = line.replace(CUSTOMER, '').replace(COMPANY, '').trim()
    const last = turns.at(-1)
    if (by && last?.by !== by) turns.push({ by, text })
    else if (last && text) last.text = `${last.text}\n${text}`.trim()
  }
  const said = turns.filter(({ text }) => text !== '')
  const speakers = new Set(said.map(({ by }) => by))
  return speakers.size === 2 ? said : undefined
}

/** The same as it is shown for changing. */
export function printTurns(turns: SampleTurn[], names: Record<SampleTurn['by'], string>): string {
  return turns.map(({ by, text }) => `${names[by]}: ${text}`).join('\n')
}

/** Turns as they are stored; what is none is nothing. */
export function readTurns(json: string): SampleTurn[] {
  try {
    return JSON.parse(json) as SampleTurn[]
  } catch {
    return []
  }
}
