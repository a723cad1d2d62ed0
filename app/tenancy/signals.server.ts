import { EventEmitter } from 'node:events'
import { tenantIdOf } from './tenant-db.server.ts'
import type { TenantDb } from './tenant-db.server.ts'

/** What may have happened in a company's file: new jobs to run, or changes pages want to see. */
export type Signal = 'jobs' | 'changes'

const emitter = new EventEmitter().setMaxListeners(0)
const pending = new Set<string>()

/**
 * Says that something was written. Work inside a transaction is synchronous, so a listener
 * called on the next turn of the loop sees it committed (or gone, and then finds nothing).
 */
export function signal(db: TenantDb, kind: Signal, part?: string): void {
  signalTenant(tenantIdOf(db), kind, part)
}

/** @param part which lane of jobs; left out, any */
export function signalTenant(tenantId: string, kind: Signal, part?: string): void {
  const key = `${kind}:${tenantId}`
  const occasion = part ? `${key}:${part}` : key
  if (pending.has(occasion)) return
  pending.add(occasion)
  setImmediate(() => {
    pending.delete(occasion)
    emitter.emit(kind, tenantId, part)
    emitter.emit(key, part)
  })
}

/** Listens to every company. @returns a function that stops listening */
export function onSignal(
  kind: Signal,
  listener: (tenantId: string, part?: string) => void,
): () => void {
  emitter.on(kind, listener)
  return () => emitter.off(kind, listener)
}

/** Listens to one company. @returns a function that stops listening */
export function onTenantSignal(tenantId: string, kind: Signal, listener: () => void): () => void {
  emitter.on(`${kind}:${tenantId}`, listener)
  return () => emitter.off(`${kind}:${tenantId}`, listener)
}
