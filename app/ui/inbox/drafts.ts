import { useEffect, useRef, useState } from 'react'
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
  const [draft, setDraft] = useState({ key, text: given ?? stored.text })
  const from = useRef(stored)
  from.current = stored
  useEffect(() => {
    if (given !== undefined) draftKeeper.change(place, given)
    const show = () => setDraft({ key, text: draftKeeper.read(place, from.current) })
    show()
    return draftKeeper.subscribe(show)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the place
  }, [key, given, stored.asOf])
  const change = (text: string) => draftKeeper.change(place, text)
  return [draft.key === key ? draft.text : '', change]
}
