import { z } from 'zod'
import type { Limits } from '#app/domain/negotiation/next-offer.ts'
import { parseMoney } from '#app/i18n/money.ts'
import { checkbox, orNull, wholeNumberField } from './form-fields.ts'

const ROUNDS_MAX = 20
const PIECES_MAX = 100_000

/** How far the assistant may go on a product, in its currency; null when its price is fixed. */
export function negotiationForm(currency: string) {
  const amount = z.string().transform((text, context) => {
    const minor = parseMoney(text, currency)
    if (minor !== undefined) return minor
    context.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'invalid_price' })
    return z.NEVER
  })
  const limits = z
    .object({
      floorMinor: amount,
      stepMinor: amount.refine((minor) => minor > 0, 'invalid_price'),
      roundsMax: wholeNumberField(1, ROUNDS_MAX),
      personBelowMinor: orNull(amount),
      bulkFrom: orNull(wholeNumberField(2, PIECES_MAX)),
      bulkFloorMinor: orNull(amount),
    })
    .superRefine(({ bulkFrom, bulkFloorMinor }, context) => {
      if ((bulkFrom === null) === (bulkFloorMinor === null)) return
      const path = [bulkFrom === null ? 'bulkFrom' : 'bulkFloorMinor']
      context.addIssue({ code: 'custom', message: 'required', path })
    })
  return z
    .looseObject({ isOn: checkbox })
    .transform(({ isOn, ...rest }, context): Limits | null => {
      if (!isOn) return null
      const read = limits.safeParse(rest)
      if (read.success) return read.data
      for (const { message, path } of read.error.issues)
        context.addIssue({ code: 'custom', message, path })
      return z.NEVER
    })
}
