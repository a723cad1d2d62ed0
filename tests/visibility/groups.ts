/** Agents of the sample company and the ids they have there. */
export const people = { owner: 1, anna: 41, ben: 42, cleo: 43, manager: 44, viewer: 45 } as const
export type Person = keyof typeof people
export type Agent = 'anna' | 'ben' | 'cleo'
export const agents = ['anna', 'ben', 'cleo'] as const satisfies Agent[]

/** The two company settings that open more to agents. */
export type Reach = { earlier: boolean; unassigned: boolean }
export const CLOSED_REACH: Reach = { earlier: false, unassigned: false }
export const reaches: Reach[] = [
  CLOSED_REACH,
  { earlier: false, unassigned: true },
  { earlier: true, unassigned: false },
  { earlier: true, unassigned: true },
]

/**
 * One set of rows that the same people may know of. Its ids begin with `base` and its words with
 * its name, so that either says in any answer whose rows were used.
 */
export type Group = {
  name: string
  base: number
  /** whose contact it is about; its own unless named */
  contactOf?: string
  /** its conversation, unless it has none */
  conversation?: { assignedTo: Agent | null; status: string; isDeleted?: boolean }
  /** the company's line it came by, the first unless named */
  line?: number
  /** who wrote the contact down */
  createdBy?: Agent
  /** the agents who may know of it */
  knownTo: (reach: Reach) => readonly Agent[]
}

const open = (assignedTo: Agent | null) => ({ assignedTo, status: 'in_progress' })

export const groups: Group[] = [
  { name: 'anna', base: 71e5, conversation: open('anna'), knownTo: () => ['anna'] },
  { name: 'ben', base: 72e5, conversation: open('ben'), knownTo: () => ['ben'] },
  { name: 'cleo', base: 73e5, conversation: open('cleo'), knownTo: () => ['cleo'] },
  {
    ...{ name: 'waiting', base: 74e5, conversation: open(null) },
    knownTo: ({ unassigned }) => (unassigned ? agents : []),
  },
  {
    // What Ben once closed for the contact that Anna talks to now.
    ...{ name: 'earlier', base: 75e5, contactOf: 'anna' },
    conversation: { assignedTo: 'ben', status: 'closed' },
    knownTo: ({ earlier }) => (earlier ? ['anna'] : []),
  },
  {
    ...{ name: 'closed', base: 76e5, knownTo: () => [] },
    conversation: { assignedTo: 'ben', status: 'closed' },
  },
  {
    ...{ name: 'deleted', base: 77e5, knownTo: () => [] },
    conversation: { assignedTo: 'ben', status: 'closed', isDeleted: true },
  },
  { name: 'written', base: 78e5, createdBy: 'ben', knownTo: () => ['ben'] },
  // One customer who writes to two agents at once: both know the person, each their own talk.
  { name: 'shared', base: 61e5, knownTo: () => ['anna', 'ben'] },
  {
    ...{ name: 'sharedanna', base: 62e5, contactOf: 'shared', conversation: open('anna') },
    knownTo: ({ earlier }) => (earlier ? ['anna', 'ben'] : ['anna']),
  },
  {
    ...{ name: 'sharedben', base: 63e5, contactOf: 'shared', conversation: open('ben'), line: 2 },
    knownTo: ({ earlier }) => (earlier ? ['anna', 'ben'] : ['ben']),
  },
]

/** Everything of another company; nobody here may know of it. */
export const rivalGroups: Group[] = [
  { name: 'rival', base: 81e5, conversation: open('anna'), knownTo: () => [] },
  { name: 'rivalwaiting', base: 82e5, conversation: open(null), knownTo: () => [] },
]

/** More of what is not Anna's, to see whether anything that Anna is shown moves with it. */
export const furtherGroups: Group[] = [
  { name: 'furtherben', base: 91e5, conversation: open('ben'), knownTo: () => ['ben'] },
  { name: 'furthercleo', base: 92e5, conversation: open('cleo'), knownTo: () => ['cleo'] },
  {
    ...{ name: 'furtherclosed', base: 93e5, knownTo: () => [] },
    conversation: { assignedTo: 'ben', status: 'closed' },
  },
]

/**
 * Its ids are the highest: what the product adds comes after them, so that a new row's number is
 * nobody's.
 */
export const lastGroup: Group = {
  ...{ name: 'last', base: 99e5, knownTo: () => [] },
  conversation: { assignedTo: null, status: 'closed' },
}

/** Rows of an agent about what has left their reach: their own words, somebody else's customer. */
export const FORMER_BASE = 69e5

export const everyGroup = [...groups, ...rivalGroups, ...furtherGroups]

/** The groups whose marks an agent may be shown. */
export function knownGroups(agent: Agent, reach: Reach): Group[] {
  return groups.filter(({ knownTo }) => knownTo(reach).includes(agent))
}

/** The group whose word it is. */
export function groupOfWord(name: string): Group | undefined {
  return [...everyGroup, lastGroup].find((group) => group.name === name)
}

/** The group a row's id stands in. */
export function groupOfId(id: number): Group | undefined {
  return everyGroup.find(({ base }) => id >= base && id < base + 1e5)
}
