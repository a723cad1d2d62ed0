import { z } from 'zod'

/** A replica that has said nothing for this long has left; until then its silence is lag. */
const FORGOTTEN_AFTER_MS = 30 * 60_000

const STEP_MS = 25

export const reportSchema = z.object({
  node: z.string().min(1).max(100),
  lagMs: z.number().min(0).nullable(),
  /** file name → newest transaction, 16 hex digits */
  positions: z.record(z.string().regex(/^[a-z0-9.-]{1,64}$/), z.string().regex(/^[0-9a-f]{16}$/)),
})
export type Report = z.infer<typeof reportSchema>

type Known = { lagMs: number | null; at: number; positions: Map<string, string> }

/** What replicas have told the primary of themselves: how far behind, and where each file stands. */
export function createReports() {
  const nodes = new Map<string, Known>()
  const waiting = new Set<{ file: string; txid: string; done: (isThere: boolean) => void }>()

  function note({ node, lagMs, positions }: Report): void {
    const known = nodes.get(node) ?? { lagMs, at: 0, positions: new Map<string, string>() }
    nodes.set(node, { ...known, lagMs, at: Date.now() })
    for (const [file, txid] of Object.entries(positions)) known.positions.set(file, txid)
    for (const one of waiting) if (isHeld(one.file, one.txid)) one.done(true)
  }

  function isHeld(file: string, txid: string): boolean {
    return [...nodes.values()].some(({ positions }) => (positions.get(file) ?? '') >= txid)
  }

  /** Waits until some replica holds a transaction. @returns false when none said so in time */
  function holds(file: string, txid: string, timeoutMs: number): Promise<boolean> {
    if (isHeld(file, txid)) return Promise.resolve(true)
    return new Promise((resolve) => {
      const one = { file, txid, done }
      // In steps, so that time in which this process itself was held up is not the replica's.
      let left = Math.ceil(timeoutMs / STEP_MS)
      const timer = setInterval(() => --left <= 0 && done(false), STEP_MS)
      function done(isThere: boolean): void {
        clearInterval(timer)
        waiting.delete(one)
        resolve(isThere)
      }
      waiting.add(one)
    })
  }

  /** The greatest lag of those that report, their silence counted; null when none does. */
  function lagMs(): number | null {
    const now = Date.now()
    for (const [node, { at }] of nodes) if (now - at > FORGOTTEN_AFTER_MS) nodes.delete(node)
    const lags = [...nodes.values()].map((known) => now - known.at + (known.lagMs ?? 0))
    return lags.length > 0 ? Math.max(...lags) : null
  }

  return { note, holds, lagMs, forget: () => nodes.clear() }
}
