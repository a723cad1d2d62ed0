import { z } from 'zod'

const id = z.coerce.number().int().positive()

const target = z.union([
  z.object({ contactId: id, endpointId: id }),
  z.object({ phone: z.string().trim().min(1).max(40), endpointId: id }),
])

/** To whom and on which line; undefined when the form is none of ours. */
export function parseStartTarget(form: FormData) {
  const parsed = target.safeParse(Object.fromEntries(form))
  if (!parsed.success) return undefined
  const { endpointId, ...to } = parsed.data
  return { endpointId, to }
}
