import { describe, expect, it } from 'vitest'
import { createPacer } from './pacer.ts'

/** A loop on paper: each step is 50 ms with as many calls from outside, then jobs as the pacer lets. */
function play(utilization: number) {
  let now = 0
  const pacer = createPacer({ now: () => now, utilization: () => utilization })
  /** @returns the share of the time that jobs of `jobMs` each took */
  function run(steps: number, callsPerStep: number, jobMs = 1): number {
    const startedAt = now
    let worked = 0
    for (let step = 0; step < steps; step += 1) {
      const endsAt = startedAt + (step + 1) * 50
      for (let call = 0; call < callsPerStep; call += 1) pacer.noteArrival()
      while (now < endsAt && pacer.waitMs() === 0) {
        pacer.spend(() => (now += jobMs))
        worked += jobMs
      }
      now = Math.max(now, endsAt)
    }
    return worked / (now - startedAt)
  }
  return { run }
}

describe('the pacer', () => {
  it('does nothing while there is time to spare', () => {
    expect(play(0.5).run(100, 50)).toBeCloseTo(1, 1)
  })

  it('leaves a busy loop most of its time', () => {
    expect(play(0.95).run(100, 2)).toBeCloseTo(0.24, 1)
  })

  it('takes a rush of calls in first', () => {
    const loop = play(0.95)
    loop.run(2, 50)
    expect(loop.run(40, 50)).toBeLessThan(0.1)
  })

  it('gives jobs more the longer a rush lasts, half at most', () => {
    const loop = play(0.95)
    loop.run(200, 50)
    const later = loop.run(40, 50)
    loop.run(1_000, 50)
    const muchLater = loop.run(40, 50)
    expect(later).toBeGreaterThan(0.15)
    expect(muchLater).toBeGreaterThan(later)
    expect(muchLater).toBeLessThan(0.55)
  })

  it('goes back to what is due when the rush is over', () => {
    const loop = play(0.95)
    loop.run(100, 50)
    loop.run(2, 0)
    expect(loop.run(40, 2)).toBeGreaterThan(0.2)
  })

  it('lets a long job be paid for by the time after it', () => {
    const loop = play(0.95)
    expect(loop.run(200, 2, 30)).toBeLessThan(0.3)
  })

  it('lets nobody pay for a very long one for ever', () => {
    const loop = play(0.95)
    loop.run(1, 2, 20_000)
    expect(loop.run(40, 2)).toBeGreaterThan(0.1)
  })
})
