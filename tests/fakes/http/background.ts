/** Work that outlives the request that caused it: retries, delayed statuses. */
export type Background = {
  run(work: () => Promise<unknown>): void
  sleep(ms: number): Promise<boolean>
  settled(): Promise<void>
  stop(): void
}

/** `sleep` resolves to false when the fake was stopped meanwhile; nothing runs after `stop`. */
export function createBackground(): Background {
  const running = new Set<Promise<unknown>>()
  const wakers = new Set<() => void>()
  let stopped = false
  return {
    run(work) {
      if (stopped) return
      const task = work().finally(() => running.delete(task))
      running.add(task)
    },
    sleep(ms) {
      if (stopped) return Promise.resolve(false)
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          wakers.delete(wake)
          resolve(!stopped)
        }
        const timer = setTimeout(wake, ms)
        wakers.add(wake)
      })
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled([...running])
    },
    stop() {
      stopped = true
      for (const wake of [...wakers]) wake()
    },
  }
}
