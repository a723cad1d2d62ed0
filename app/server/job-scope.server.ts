import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import { inLogScope } from './log-scope.server.ts'

/**
 * The same handlers, but what they log says which job wrote it, and of which company.
 *
 * @param tenantOf the company a job is about; undefined for none
 */
export function inJobScope<S>(
  handlers: JobHandlers<S>,
  tenantOf: (store: S, payload: unknown) => string | undefined,
): JobHandlers<S> {
  const scoped = Object.entries(handlers).map(([kind, handler]) => {
    const run = (store: S, payload: unknown, job: unknown) => {
      const tenant = tenantOf(store, payload)
      const scope = { surface: 'job', kind, ...(tenant && { tenant }) }
      // Kind and payload belong together; the types cannot see that across the lookup.
      const work = handler as unknown as (...args: unknown[]) => unknown
      return inLogScope(scope, () => work(store, payload, job))
    }
    return [kind, run] as const
  })
  return Object.fromEntries(scoped)
}
