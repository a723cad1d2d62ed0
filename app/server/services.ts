import type { Log } from './log.server.ts'

/**
 * What routes may ask of the running process beside the database: things that need the
 * platform, a vendor or the configuration. Filled in by the composition root.
 */
export type Services = {
  log: Log
  /** ends workers and connections when the process stops */
  close: () => Promise<void>
}
