import type { Log } from './log.server.ts'

/**
 * Runs work every so often. What it throws (a full disk, a damaged file) is logged and ends
 * nothing: an error in a timer would end the process, and every company with it.
 *
 * @param name what it is called in the log
 * @returns a function that stops
 */
export function every(
  log: Log,
  ms: number,
  name: string,
  work: () => void | Promise<void>,
): () => void {
  const timer = setInterval(() => {
    Promise.resolve()
      .then(work)
      .catch((err: unknown) => log.error({ surface: 'timer', kind: name, err }, 'a turn failed'))
  }, ms)
  return () => clearInterval(timer)
}
