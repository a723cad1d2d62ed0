/** Somebody who can be meant by an @. */
export type Named = { id: number; name: string }

export type Mention = { memberId: number; start: number; end: number }

const IS_WORD = /[\p{L}\p{N}_]/u

/**
 * Finds `@` with a name behind it: the whole name, or the first one where only one person has
 * it. The longest name counts, case does not; an e-mail address is none. Of two people with
 * the same name the first in the list is meant.
 *
 * @param people in the order in which they are to be thought of
 */
export function findMentions(text: string, people: readonly Named[]): Mention[] {
  const names = toNames(people)
  const found: Mention[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at > 0 && IS_WORD.test(text[at - 1] ?? '')) continue
    const hit = names.find(({ name }) => isHere(text, at + 1, name))
    if (hit) found.push({ memberId: hit.id, start: at, end: at + 1 + hit.name.length })
  }
  return found
}

function isHere(text: string, from: number, name: string): boolean {
  const word = text.slice(from, from + name.length)
  return word.toLowerCase() === name.toLowerCase() && !IS_WORD.test(text[from + name.length] ?? '')
}

/** Whole names, then first names that only one person has; the longest first. */
function toNames(people: readonly Named[]): Named[] {
  const firstNames = people.map(({ id, name }) => ({ id, name: name.trim().split(/\s+/)[0] ?? '' }))
  const isOnly = (name: string) =>
    firstNames.filter((one) => one.name.toLowerCase() === name.toLowerCase()).length === 1
  return [
    ...people.map(({ id, name }) => ({ id, name: name.trim() })),
    ...firstNames.filter(({ name }) => isOnly(name)),
  ]
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length)
}
