/** How a company's conversations find their owner. */
export const strategies = ['manual', 'round_robin', 'workload', 'expertise'] as const
export type Strategy = (typeof strategies)[number]
export type AutomaticStrategy = Exclude<Strategy, 'manual'>

/** Somebody who is there and takes conversations by rule. */
export type Candidate = {
  id: number
  /** conversations they own that are neither closed nor snoozed */
  open: number
  capacity: number
  /** UTC ms of the last conversation they were given, 0 for never */
  lastAssignedAt: number
  skillIds: ReadonlySet<number>
}

export type ChoiceFacts = {
  /** whose turn it was last in this rotation; 0 for nobody's */
  lastMemberId: number
  /** skills that the conversation asks for */
  neededSkillIds: ReadonlySet<number>
  /** from whom somebody took it away by hand: a rule does not give it back to them */
  takenFrom?: number | null
}

/** Who gets the next conversation, among those with room; undefined when nobody has. */
export function chooseMember<C extends Candidate>(
  strategy: AutomaticStrategy,
  candidates: readonly C[],
  facts: ChoiceFacts,
): C | undefined {
  const free = candidates.filter((one) => one.open < one.capacity && one.id !== facts.takenFrom)
  if (strategy === 'round_robin') return nextInTurn(free, facts.lastMemberId)
  const isExpertise = strategy === 'expertise'
  const rank = (one: C) => (isExpertise ? -matches(one, facts.neededSkillIds) : 0)
  return free.toSorted(
    (a, b) =>
      rank(a) - rank(b) || a.open - b.open || a.lastAssignedAt - b.lastAssignedAt || a.id - b.id,
  )[0]
}

/** The next by id after the last one: who comes and goes changes nobody else's turn. */
function nextInTurn<C extends Candidate>(free: readonly C[], lastMemberId: number): C | undefined {
  const inOrder = free.toSorted((a, b) => a.id - b.id)
  return inOrder.find((one) => one.id > lastMemberId) ?? inOrder[0]
}

function matches(one: Candidate, needed: ReadonlySet<number>): number {
  let count = 0
  for (const id of needed) if (one.skillIds.has(id)) count += 1
  return count
}
