/**
 * Whether the list that is shown is older than what live updates told of. Routes ask here whether
 * to load again, so that a change elsewhere does not make the whole page reload.
 *
 * What counts is what is shown: an answer may arrive and never be, because the router gave up the
 * load it belonged to for a newer one.
 */
let changes = 0
let shownAsOf = 0
const askedAsOf = new WeakMap<object, number>()

/** Something that may stand in the list has changed. */
export function markListOld(): void {
  changes += 1
}

/** @returns where changes stand; given back with the answer */
export function listMark(): number {
  return changes
}

/** @param mark where changes stood when this list was asked for */
export function keepListMark(list: object, mark: number): void {
  askedAsOf.set(list, mark)
}

/** This list is on the screen now. */
export function noteListShown(list: object): void {
  shownAsOf = askedAsOf.get(list) ?? shownAsOf
}

export function isListStale(): boolean {
  return shownAsOf < changes
}
