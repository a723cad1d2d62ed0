import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count } from './count.ts'
import type { Counts } from './count.ts'
import { openClusterWorld } from './cluster-world.ts'
import type { ClusterWorld } from './cluster-world.ts'
import type { AnyFault, Check } from './fault.ts'
import { openWorld } from './world.ts'
import type { World } from './world.ts'

export type Outcome = {
  name: string
  result: 'run' | 'skipped' | 'broken'
  runs: number
  /** why it was skipped, or what was broken; else figures */
  about: string
  counts?: Counts
}

/** Runs faults in rounds until the time is up; what never got its turn is skipped, and says so. */
export async function runFaults(
  faults: AnyFault[],
  how: { endsAt: number; random: () => number; tell: (line: string) => void },
): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>()
  let plain: World | undefined
  const shared = {
    get: () => plain,
    set: (world: World | undefined) => void (plain = world),
  }
  for (let round = 0; ; round += 1) {
    for (const fault of faults) {
      const known = outcomes.get(fault.name)
      if (known?.result === 'skipped') continue
      const reason = round === 0 ? fault.skip?.() : undefined
      if (!reason && Date.now() > how.endsAt) continue
      const outcome = reason
        ? { name: fault.name, result: 'skipped' as const, runs: 0, about: reason }
        : await runOne(fault, how.random, shared)
      const all = known ? add(known, outcome) : outcome
      outcomes.set(fault.name, all)
      how.tell(`${fault.name}: ${outcome.result}, ${outcome.about}`)
    }
    const isAnyLeft = [...outcomes.values()].some(({ result }) => result !== 'skipped')
    if (Date.now() > how.endsAt || !isAnyLeft) break
  }
  await shared.get()?.close()
  return faults.map(({ name }) => outcomes.get(name) ?? noTime(name))
}

const noTime = (name: string): Outcome => ({
  ...{ name, result: 'skipped', runs: 0, about: 'its turn did not come in the time given' },
})

type Stage = World | ClusterWorld

async function runOne(
  fault: AnyFault,
  random: () => number,
  plain: { get: () => World | undefined; set: (world: World | undefined) => void },
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-chaos-of-'))
  const isShared = !('ackAfterReplica' in fault) && !fault.world
  const problems: string[] = []
  let world: Stage | undefined
  let shown: { about: string; counts?: Counts } = { about: '' }
  try {
    const stage = await openStage(fault, { random, folder, plain })
    world = stage.world
    if (isShared) plain.set(stage.world as World)
    shown = await runIn(stage, problems)
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error))
  }
  problems.push(...(world?.served.ownEnds ?? []))
  const isBroken = problems.length > 0
  const log = world ? ` (log: ${world.served.logPath})` : ''
  if (world && (!isShared || isBroken)) await world.close(isBroken)
  if (isShared && isBroken) plain.set(undefined)
  rmSync(folder, { recursive: true, force: true })
  const about = isBroken ? `${problems.join('; ')}${log}` : shown.about
  const result = isBroken ? 'broken' : 'run'
  return { name: fault.name, result, runs: 1, about, counts: shown.counts }
}

type Opened = { world: Stage; run: (check: Check) => Promise<string | undefined | void> }

async function openStage(
  fault: AnyFault,
  of: { random: () => number; folder: string; plain: { get: () => World | undefined } },
): Promise<Opened> {
  const { random, folder, plain } = of
  if ('ackAfterReplica' in fault) {
    const world = await openClusterWorld({ random, ackAfterReplica: fault.ackAfterReplica })
    return { world, run: (check) => fault.run(world, check) }
  }
  const known = fault.world ? undefined : plain.get()
  const world = known ?? (await openWorld({ random, ...fault.world?.(folder) }))
  return { world, run: (check) => fault.run(world, check) }
}

async function runIn({ world, run }: Opened, problems: string[]) {
  world.traffic.goOn()
  const from = world.traffic.written.length
  const check: Check = (isSo, otherwise) => void (isSo || problems.push(otherwise))
  const about = (await run(check)) ?? ''
  problems.push(...(await world.settle(from)))
  const messages = world.traffic.written.slice(from).filter(({ isAside }) => !isAside)
  const counts = count(world.vendor, messages, world.pathOf)
  problems.push(...problemsOf(counts))
  return { about, counts }
}

function problemsOf(counts: Counts): string[] {
  const { lost, doubled, answeredTwice, written } = counts
  return [
    ...(written === 0 ? ['nobody wrote: nothing is shown'] : []),
    ...(lost > 0 ? [`${lost} acknowledged messages are not stored`] : []),
    ...(doubled > 0 ? [`${doubled} messages are stored twice`] : []),
    ...(answeredTwice > 0 ? [`${answeredTwice} customers were answered twice`] : []),
  ]
}

function add(before: Outcome, now: Outcome): Outcome {
  const isBroken = before.result === 'broken' || now.result === 'broken'
  const about = before.result === 'broken' ? before.about : now.about
  const result = isBroken ? 'broken' : now.result
  return { ...now, result, about, runs: before.runs + now.runs, counts: sum(before, now) }
}

function sum({ counts: before }: Outcome, { counts: now }: Outcome): Counts | undefined {
  if (!before || !now) return before ?? now
  const added = Object.keys(now).map((key) => {
    const name = key as keyof Counts
    return [name, before[name] + now[name]]
  })
  return Object.fromEntries(added) as Counts
}
