import { parseArgs } from 'node:util'
import { z } from 'zod'

const count = (otherwise: number, max: number) =>
  z.coerce.number().int().min(1).max(max).default(otherwise)

const schema = z.strictObject({
  customers: count(2_000, 100_000),
  /** all messages of all customers together */
  messages: z.coerce.number().int().min(1).max(1_000_000).optional(),
  agents: count(20, 200),
  /** conversations an agent can have at once; the rest waits in the queue */
  capacity: count(60, 500),
  seed: count(1, 2_147_483_646),
  json: z.boolean().default(false),
})

export type DayOptions = Omit<z.infer<typeof schema>, 'messages' | 'json'> & { messages: number }

/** @throws ZodError or TypeError when an argument does not fit */
export function readDayOptions(args: string[]): DayOptions & { json: boolean } {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      ...{ customers: text, messages: text, agents: text, capacity: text, seed: text },
      json: { type: 'boolean' },
    },
  })
  const { messages, ...options } = schema.parse(values)
  return { ...options, messages: messages ?? options.customers * 5 }
}

/** Numbers 0..1, the same in every run of one seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}
