/**
 * Which parts of the inbox are older than what live updates told of. Routes ask here whether to
 * load again, so that a change elsewhere does not make the whole page reload.
 */
let isListOld = false

export function markListOld(): void {
  isListOld = true
}

export function isListStale(): boolean {
  return isListOld
}

export function markListFresh(): void {
  isListOld = false
}
