export type Outcome = {
  kind:
    | 'callback'
    | 'no_callback'
    | 'twice'
    | 'callback_first'
    | 'wrong_amount'
    | 'leading_zero'
    | 'no_metadata'
  code: number
}

const byEnding: Record<string, Outcome> = {
  '01': { kind: 'callback', code: 1 },
  '02': { kind: 'callback', code: 1032 },
  '03': { kind: 'callback', code: 1037 },
  '04': { kind: 'callback', code: 2001 },
  '05': { kind: 'callback', code: 1019 },
  '06': { kind: 'callback', code: 17 },
  '07': { kind: 'no_callback', code: 0 },
  '08': { kind: 'no_callback', code: 1032 },
  '09': { kind: 'twice', code: 0 },
  '10': { kind: 'callback_first', code: 0 },
  '11': { kind: 'wrong_amount', code: 0 },
  '12': { kind: 'leading_zero', code: 0 },
  '13': { kind: 'no_metadata', code: 0 },
}

/** What the customer at this number does: the last two digits choose, all others pay. */
export function outcomeOf(phone: string): Outcome {
  return byEnding[phone.slice(-2)] ?? { kind: 'callback', code: 0 }
}
