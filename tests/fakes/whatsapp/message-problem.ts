import type { z } from 'zod'
import type { GraphProblem } from './errors.ts'

/** Paths whose refusal is Graph's own "invalid parameter" rather than the product's 13100x. */
const PLAIN_PARAMETERS = ['messaging_product', 'type', 'text.body']

/** Say what is wrong with a message body in the vendor's codes: 100, 131008 or 131009. */
export function problemOf(error: z.ZodError, body: unknown): GraphProblem {
  const issue = error.issues[0]
  const path = (issue?.path ?? []).map(String)
  const dotted = path.join('.')
  if (PLAIN_PARAMETERS.includes(dotted)) {
    return { code: 100, details: `Param ${dotted}: ${issue?.message ?? 'invalid'}` }
  }
  const missing = valueAt(body, path) === undefined
  return missing
    ? { code: 131008, details: `Parameter '${dotted}' is mandatory` }
    : { code: 131009, details: `Param ${dotted}: ${issue?.message ?? 'invalid'}` }
}

function valueAt(body: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined,
    body,
  )
}
