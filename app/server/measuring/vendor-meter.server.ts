import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Meter } from '#app/platform/health/meter.ts'
import type { Env } from '../env.server.ts'

type Outgoing = { origin: string | URL }
type Told = { request: Outgoing; response?: { statusCode: number } }

/** Which vendor an origin is; anything else a company or a customer chose is one entry. */
export function vendorsOf(env: Env): Map<string, string> {
  const named: [string | undefined, string][] = [
    [env.WHATSAPP_GRAPH_URL, 'whatsapp'],
    [env.TELEGRAM_API_URL, 'telegram'],
    [env.ANTHROPIC_BASE_URL, 'anthropic'],
    [env.EMBEDDINGS_URL, 'embeddings'],
    [env.MPESA_URL, 'mpesa'],
  ]
  return new Map(named.flatMap(([url, name]) => (url ? [[new URL(url).origin, name]] : [])))
}

/**
 * Counts calls to vendors where they leave the process, so that no channel has to. Only the
 * origin is looked at: addresses hold tokens.
 *
 * @returns a function that stops counting
 */
export function measureVendors(meter: Meter, env: Env): () => void {
  const vendors = vendorsOf(env)
  const begun = new WeakMap<object, number>()
  const end = (request: Outgoing, outcome: { refused?: 1; failed?: 1 }) => {
    const startedAt = begun.get(request)
    if (startedAt === undefined) return
    begun.delete(request)
    const vendor = vendors.get(String(request.origin)) ?? 'other'
    meter.noteVendor(vendor, { calls: 1, totalMs: performance.now() - startedAt, ...outcome })
  }
  const onCreate = (told: unknown) => {
    begun.set((told as Told).request, performance.now())
  }
  const onHeaders = (told: unknown) => {
    const { request, response } = told as Told
    const status = response?.statusCode ?? 0
    end(request, status >= 500 ? { failed: 1 } : status >= 400 ? { refused: 1 } : {})
  }
  const onError = (told: unknown) => end((told as Told).request, { failed: 1 })
  const listeners = [
    ['undici:request:create', onCreate],
    ['undici:request:headers', onHeaders],
    ['undici:request:error', onError],
  ] as const
  for (const [name, listener] of listeners) subscribe(name, listener)
  return () => {
    for (const [name, listener] of listeners) unsubscribe(name, listener)
  }
}
