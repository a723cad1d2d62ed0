import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'

/** Builds what routes may ask of the running process. */
export function createServices(runtime: Runtime): Services {
  return {
    log: runtime.log,
    close: async () => {},
  }
}
