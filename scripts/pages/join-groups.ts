/** Modules that are loaded together, their bytes of source, and who loads them. */
export type Group = { modules: string[]; size: number; pages: Set<string> }

/**
 * What one more file costs a page, in bytes of source: compressed by itself, it tells again what
 * others have told.
 */
const FILE_COSTS = 8_200

/** What begins so is no page, but a part that is loaded when a page is at rest: it may wait. */
export const LATER = 'later:'
const LATER_COUNTS = 0.1

/**
 * Joins groups as long as pages save more by loading fewer files than others load without using
 * it, the smallest first. Never so that two files would need each other.
 */
export function joinGroups(groups: Group[], importsOf: (id: string) => readonly string[]): Group[] {
  const left = groups.map((group) => ({ ...group, modules: [...group.modules] }))
  for (;;) {
    left.sort((a, b) => a.size - b.size)
    const isJoined = left.some((group) => {
      const partner = findPartner(group, left, importsOf)
      if (partner) absorb(partner, left.splice(left.indexOf(group), 1)[0] as Group)
      return partner !== undefined
    })
    if (!isJoined) return left
  }
}

function findPartner(
  group: Group,
  groups: Group[],
  importsOf: (id: string) => readonly string[],
): Group | undefined {
  return groups
    .filter((other) => other !== group)
    .map((other) => ({ other, saved: savedBy(group, other) }))
    .filter(({ saved }) => saved > 0)
    .sort((a, b) => b.saved - a.saved)
    .find(({ other }) => !isBetween(group, other, groups, importsOf))?.other
}

function savedBy(a: Group, b: Group): number {
  const both = weigh([...a.pages].filter((page) => b.pages.has(page)))
  const [onlyA, onlyB] = [a, b].map(({ pages }) => weigh(pages) - both) as [number, number]
  return both * FILE_COSTS - onlyB * a.size - onlyA * b.size
}

function weigh(pages: Iterable<string>): number {
  return [...pages].reduce((sum, page) => sum + (page.startsWith(LATER) ? LATER_COUNTS : 1), 0)
}

function absorb(into: Group, group: Group): void {
  into.modules.push(...group.modules)
  into.size += group.size
  into.pages = new Set([...into.pages, ...group.pages])
}

/** Whether something outside both is needed by one and needs the other. */
function isBetween(
  a: Group,
  b: Group,
  groups: Group[],
  importsOf: (id: string) => readonly string[],
): boolean {
  const groupOf = new Map(groups.flatMap((group) => group.modules.map((id) => [id, group])))
  const neighbours = (group: Group) =>
    new Set(group.modules.flatMap((id) => importsOf(id).flatMap((on) => groupOf.get(on) ?? [])))
  const leads = (from: Group, to: Group) => {
    const seen = new Set([from, to])
    const open = [...neighbours(from)].filter((group) => !seen.has(group))
    for (let at = open.pop(); at; at = open.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const next = neighbours(at)
      if (next.has(to)) return true
      open.push(...next)
    }
    return false
  }
  return leads(a, b) || leads(b, a)
}
