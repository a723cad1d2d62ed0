/** What a canned response may name, in the words one types. */
export const cannedVariables = [
  'contact.name',
  'contact.first_name',
  'agent.name',
  'company.name',
  'conversation.id',
] as const
export type CannedVariable = (typeof cannedVariables)[number]

export type CannedFacts = Partial<Record<CannedVariable, string>>

const HOLE = /\{\s*([a-z_.]+)\s*\}/gi

/**
 * Puts what is known into a text. What is not known stays as a hole that nobody overlooks, and
 * is named; what is no variable of ours stays as it was written.
 */
export function fillCanned(
  text: string,
  facts: CannedFacts,
): { text: string; missing: CannedVariable[] } {
  const missing = new Set<CannedVariable>()
  const filled = text.replace(HOLE, (hole, word: string) => {
    const name = cannedVariables.find((one) => one === word.toLowerCase())
    if (!name) return hole
    const value = facts[name]?.trim()
    if (value) return value
    missing.add(name)
    return '_____'
  })
  return { text: filled, missing: [...missing] }
}
