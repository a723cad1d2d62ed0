import type { SaleTerms } from '#app/domain/sales/sale.ts'

export const closeOutcomes = ['resolved', 'won', 'lost', 'abandoned', 'none'] as const
export type CloseOutcome = (typeof closeOutcomes)[number]

/** What a company may insist on before a conversation is closed. */
export const closingFields = [
  ...(['lost_reason', 'won_amount', 'won_products', 'payment_method', 'what_worked'] as const),
] as const
export type ClosingField = (typeof closingFields)[number]

export const CLOSED_REASON_MAX = 1_000

/** How a conversation ended. */
export type Closing = {
  outcome: CloseOutcome
  /** why, in the words of the one who closes it */
  reason?: string
  /** of a lost one: an entry of the company's list */
  lostReasonId?: number | null
  /** of a won one; left out when nothing was written down */
  sale?: SaleTerms
}

/** Reads the company's column; what it does not know is nothing. */
export function parseRequired(column: string): ClosingField[] {
  const names = column.split(',')
  return closingFields.filter((field) => names.includes(field))
}

/**
 * What the company insists on and this closing does not say.
 *
 * @param hasSale a sale is written down already, from when it was closed before
 */
export function findMissing(
  required: readonly ClosingField[],
  closing: Closing,
  hasSale = false,
): ClosingField[] {
  const { outcome, sale, reason = '', lostReasonId } = closing
  const isSaid: Record<ClosingField, boolean> = {
    lost_reason: outcome !== 'lost' || Boolean(lostReasonId) || reason.trim() !== '',
    won_amount: outcome !== 'won' || hasSale || sale !== undefined,
    won_products: outcome !== 'won' || hasSale || Boolean(sale?.items.length),
    payment_method: outcome !== 'won' || hasSale || Boolean(sale?.paymentMethod),
    what_worked: outcome !== 'won' || hasSale || Boolean(sale?.whatWorked.trim()),
  }
  return required.filter((field) => !isSaid[field])
}
