// Breaks the running product in every way that can be had on this machine, and counts: every
// acknowledged message is stored exactly once, and nobody is answered twice by itself.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { faults } from '#tests/chaos/faults/all.ts'
import { runFaults } from '#tests/chaos/run.ts'
import type { Outcome } from '#tests/chaos/run.ts'
import { seeded } from './simulate/options.ts'

const USAGE = 'Usage: npm run chaos -- [--minutes N] [--seed S] [--fault NAME]'

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, fault: { type: 'string' } },
})
const minutes = Number(values.minutes ?? 5)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const chosen = faults.filter(({ name }) => !values.fault || name === values.fault)

if (!(minutes > 0) || !Number.isInteger(seed) || seed <= 0 || chosen.length === 0) {
  console.error(`${USAGE}\nFaults: ${faults.map(({ name }) => name).join(', ')}`)
  process.exitCode = 2
} else if (!existsSync('build/server/portal/index.js')) {
  console.error('SKIPPED chaos: the product is not built (npm run build)')
  process.exitCode = 2
} else await run()

async function run(): Promise<void> {
  console.log(`seed ${seed}, ${minutes} min, ${chosen.length} faults`)
  const startedAt = Date.now()
  const outcomes = await runFaults(chosen, {
    endsAt: startedAt + minutes * 60_000,
    random: seeded(seed),
    tell: (line) => console.log(`${((Date.now() - startedAt) / 1000).toFixed(0)} s  ${line}`),
  })
  console.log(`\n${toTable(outcomes)}\n`)
  const skipped = outcomes.filter(({ result }) => result === 'skipped')
  const broken = outcomes.filter(({ result }) => result === 'broken')
  console.log(
    `${outcomes.length - skipped.length - broken.length} run, ${skipped.length} skipped (no pass), ${broken.length} broken; seed ${seed}`,
  )
  // Whatever a fault left hanging (a connection, a timer) is no reason to stay.
  process.exit(broken.length > 0 ? 1 : 0)
}

function toTable(outcomes: Outcome[]): string {
  const head = 'fault result runs acked stored-once answered unconfirmed about'.split(' ')
  const rows = outcomes.map(({ name, result, runs, counts, about }) => [
    ...[name, result, String(runs), String(counts?.acknowledged ?? '')],
    ...[counts ? String(counts.acknowledged - counts.lost - counts.doubled) : ''],
    ...[String(counts?.answered ?? ''), String(counts?.unconfirmed ?? ''), about],
  ])
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
