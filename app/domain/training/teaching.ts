import { z } from 'zod'

/** What a company's guidelines and samples say, as every prompt reads them. */
const teaching = z.object({
  dos: z.array(z.string()).catch([]),
  donts: z.array(z.string()).catch([]),
  samples: z.array(z.string()).catch([]),
})

export type Teaching = z.infer<typeof teaching>

const NOTHING: Teaching = { dos: [], donts: [], samples: [] }

export function teachingOf(json: string | null): Teaching {
  if (!json) return NOTHING
  try {
    return teaching.safeParse(JSON.parse(json)).data ?? NOTHING
  } catch {
    return NOTHING
  }
}
