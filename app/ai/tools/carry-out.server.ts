import { isEffectDone } from '#app/domain/answers/tool-calls.server.ts'
import type { ToolCall } from '#app/domain/answers/tool-call.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { PlannedCall } from './tool.ts'

/**
 * Does what the tools of an answer promised, in the transaction that ends the turn: with the
 * answer or not at all, and once however often the turn is begun again.
 */
export function carryOut(db: TenantDb, calls: PlannedCall[]): ToolCall[] {
  const done = new Set<string>()
  return calls.map(({ effect, isSource: _, ...call }) => {
    const { effectKey } = call
    if (!effect || effectKey === null) return call
    if (done.has(effectKey) || isEffectDone(db, effectKey)) return { ...call, outcome: 'repeated' }
    const outcome = effect(db) ? ('done' as const) : ('failed' as const)
    if (outcome === 'done') done.add(effectKey)
    return { ...call, outcome }
  })
}

/** The same calls where nothing is sent: what was looked up stays, nothing is done. */
export function leaveUndone(calls: PlannedCall[]): ToolCall[] {
  return calls.map(({ effect: _, isSource: __, ...call }) => call)
}
