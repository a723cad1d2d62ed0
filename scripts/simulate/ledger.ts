/** What the day's people did and the product said yes to: the facts that are counted at the end. */
export type Ledger = {
  /** every message a customer's phone sent, by the vendor's id */
  received: Map<string, string>
  /** every reply the product accepted; each text is one of a kind */
  replies: Set<string>
  notes: number
  snoozes: number
  closings: Record<'won' | 'lost' | 'resolved' | 'abandoned', number>
  soldMinor: number
  transfersAsked: number
  transfersDecided: number
  merges: number
  left: number[]
  /** answers that were neither done nor refused for a reason, by address and status */
  broken: Map<string, number>
  requests: number
}

export function newLedger(): Ledger {
  return {
    ...{ received: new Map(), replies: new Set(), broken: new Map(), left: [] },
    closings: { won: 0, lost: 0, resolved: 0, abandoned: 0 },
    ...{ notes: 0, snoozes: 0, soldMinor: 0, transfersAsked: 0, transfersDecided: 0 },
    ...{ merges: 0, requests: 0 },
  }
}
