import { AsyncLocalStorage } from 'node:async_hooks'

/** What is being done while a line is written: a request, or a run of a job. */
export type LogScope = {
  surface?: string
  requestId?: string
  /** the company's opaque id */
  tenant?: string
  /** of a job */
  kind?: string
}

const scopes = new AsyncLocalStorage<LogScope>()

/** Every line that is written during this work, however deep, says what it belongs to. */
export function inLogScope<T>(scope: LogScope, work: () => T): T {
  return scopes.run(scope, work)
}

/** Adds what has become known since, such as whose host it is. */
export function extendLogScope(known: LogScope): void {
  const scope = scopes.getStore()
  if (scope) Object.assign(scope, known)
}

/** @returns a copy, because pino writes into what it is given */
export function readLogScope(): LogScope {
  return { ...scopes.getStore() }
}
