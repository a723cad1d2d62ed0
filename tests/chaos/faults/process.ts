import type { Fault } from '../fault.ts'

const KILLS = 3

/** kill -9 at random moments, also while it starts. */
export const killApp: Fault = {
  name: 'kill-app',
  run: async (world) => {
    for (let turn = 0; turn < KILLS; turn += 1) {
      await world.pass(150, 1_500)
      await world.served.kill()
      await world.pass(0, 300)
      await world.served.start()
    }
    return `${KILLS} kills`
  },
}

/** SIGSTOP for longer, now and then, than a vendor waits. */
export const freezeApp: Fault = {
  name: 'freeze-app',
  run: async (world) => {
    await world.pass(300, 900)
    const startedAt = Date.now()
    world.served.signal('SIGSTOP')
    await world.pass(2_000, 11_000)
    world.served.signal('SIGCONT')
    await world.pass(300, 600)
    return `frozen for ${((Date.now() - startedAt) / 1000).toFixed(1)} s`
  },
}
