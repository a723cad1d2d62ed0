import { z } from 'zod'
import { closeOutcomes, CLOSED_REASON_MAX } from '#app/domain/closing/closing.ts'
import type { Closing, ClosingField } from '#app/domain/closing/closing.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { readSale } from './sale-form.server.ts'
import type { Errors } from './sale-form.server.ts'

const outcome = z.enum(closeOutcomes).catch('resolved')

export type ReadClosing = { ok: true; closing: Closing } | { ok: false; errors: Errors }

/** How a conversation ended, as posted. What belongs to another outcome is not looked at. */
export function readClosing(
  db: TenantDb,
  typed: Record<string, string | undefined>,
  currency: string,
): ReadClosing {
  const closing: Closing = { outcome: outcome.parse(typed['outcome']) }
  const reason = (typed['reason'] ?? '').trim()
  if (reason.length > CLOSED_REASON_MAX)
    return {
      ok: false,
      errors: { reason: { code: 'too_long', values: { max: CLOSED_REASON_MAX } } },
    }
  closing.reason = reason
  if (closing.outcome === 'lost') {
    const id = Number(typed['lostReasonId'] ?? '')
    closing.lostReasonId = Number.isInteger(id) && id > 0 ? id : null
  }
  if (closing.outcome !== 'won') return { ok: true, closing }
  const { sale, errors } = readSale(db, typed, currency)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, closing: { ...closing, sale } }
}

/** Where the form says what is missing. */
const fieldOf: Record<ClosingField, string> = {
  lost_reason: 'lostReasonId',
  won_amount: 'amount',
  won_products: 'items.0.name',
  payment_method: 'paymentMethod',
  what_worked: 'whatWorked',
}

export function toMissingErrors(missing: readonly ClosingField[]): Errors {
  return Object.fromEntries(missing.map((field) => [fieldOf[field], 'required']))
}
