import { useEffect, useSyncExternalStore } from 'react'
import type { DraftKind } from '#app/domain/drafts/drafts.ts'
import { draftKey, draftKeeper } from './draft-keeper.ts'

export type ComposerMode = DraftKind

export type DraftPlace = { memberId: number; conversationId: number; mode: ComposerMode }

/** What the server kept, as of its own clock, UTC ms. */
type Stored = { text: string; asOf: number }

/**
 * What is typed and not sent: kept by the server for every device of the member, and by this
 * device until the server has it.
 *
 * @param given text a refused form hands back; goes before what was kept
 */
export function useDraft(
  place: DraftPlace,
  stored: Stored,
  given: string | undefined,
): [string, (text: string) => void] {
  const key = draftKey(place)
  const atFirst = given ?? stored.text
  // Read while drawing: a letter typed before an effect ran would be taken back.
  const text = useSyncExternalStore(
    draftKeeper.subscribe,
    () => draftKeeper.peek(place) ?? atFirst,
    () => atFirst,
  )
  useEffect(() => {
    if (given !== undefined) draftKeeper.change(place, given)
    draftKeeper.read(place, stored)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the place
  }, [key, given, stored.asOf])
  return [text, (typed) => draftKeeper.change(place, typed)]
}
