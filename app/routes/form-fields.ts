import { z } from 'zod'

/** Pieces of form schemas; every message is an error code of the catalogue. */

/** One line or several, trimmed; empty is refused. */
export function requiredText(max: number) {
  return z.string().trim().min(1, 'required').max(max, 'too_long')
}

/** Empty stays an empty string. */
export function optionalText(max: number) {
  return z.string().trim().max(max, 'too_long').default('')
}

/** A text of its own kind, or null where the field is left empty. */
export function orNull<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    schema.nullable(),
  )
}

/** A box that is only sent when it is checked. */
export const checkbox = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** A number as typed that has no part after the point. */
export function wholeNumberField(min: number, max: number) {
  return numberField(min, max).pipe(z.number().int('invalid_number'))
}

/** A number as typed, with a point or a comma. */
export function numberField(min: number, max: number) {
  return z
    .string()
    .trim()
    .transform((text) => (text === '' ? Number.NaN : Number(text.replace(',', '.'))))
    .pipe(z.number('invalid_number').min(min, 'too_small').max(max, 'too_large'))
}
