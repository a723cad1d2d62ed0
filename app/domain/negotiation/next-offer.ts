/** How far a price may go, for one piece, in minor units. */
export type Limits = {
  floorMinor: number
  stepMinor: number
  roundsMax: number
  /** below it a person decides */
  personBelowMinor: number | null
  /** so many pieces have a floor of their own */
  bulkFrom: number | null
  bulkFloorMinor: number | null
}

export type OfferOutcome = 'countered' | 'accepted' | 'last' | 'person'

export type EarlierOffer = { quantity: number; offeredMinor: number }

export type Bargain = {
  listMinor: number
  limits: Limits
  /** how many pieces the customer speaks of */
  quantity: number
  /** what the customer offered for one, where they named a price */
  bidMinor: number | null
  /** what was offered in this conversation before, oldest first */
  earlier: EarlierOffer[]
}

/**
 * The one price that may be named next. It never lies below the floor, never above what was
 * offered on the same terms, and comes down by one step with every round, whoever asks and
 * however: a customer's price is taken when it is no lower than the next offer would be.
 */
export function nextOffer(bargain: Bargain): { offeredMinor: number; outcome: OfferOutcome } {
  const { listMinor, limits, quantity, bidMinor, earlier } = bargain
  const floorMinor = Math.min(listMinor, floorFor(limits, quantity))
  const standing = Math.min(
    listMinor,
    ...earlier
      .filter((offer) => isBulk(limits, quantity) || !isBulk(limits, offer.quantity))
      .map(({ offeredMinor }) => offeredMinor),
  )
  // A floor that was raised since holds for what is offered from now on.
  const lastMinor = Math.max(standing, floorMinor)
  if (bidMinor !== null && bidMinor >= lastMinor)
    return { offeredMinor: lastMinor, outcome: 'accepted' }
  const isOver = earlier.length >= limits.roundsMax || lastMinor === floorMinor
  if (isOver) return { offeredMinor: lastMinor, outcome: 'last' }
  const nextMinor = Math.max(floorMinor, lastMinor - limits.stepMinor)
  const isTaken = bidMinor !== null && bidMinor >= nextMinor
  const offeredMinor = isTaken ? bidMinor : nextMinor
  if (limits.personBelowMinor !== null && offeredMinor < limits.personBelowMinor)
    return { offeredMinor: lastMinor, outcome: 'person' }
  return { offeredMinor, outcome: isTaken ? 'accepted' : 'countered' }
}

function floorFor(limits: Limits, quantity: number): number {
  const { floorMinor, bulkFloorMinor } = limits
  return isBulk(limits, quantity) && bulkFloorMinor !== null ? bulkFloorMinor : floorMinor
}

function isBulk({ bulkFrom }: Limits, quantity: number): boolean {
  return bulkFrom !== null && quantity >= bulkFrom
}
