// Sends thousands of hostile bodies and forms to a server of its own: every webhook, signed as
// its vendor signs, every form as who may do most. Nothing may break, nobody else's row change.
import { parseArgs } from 'node:util'
import { fuzzForms, fuzzWebhooks } from '#tests/fuzz/run.ts'

const RUNS = 100

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: String(RUNS) },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string' },
  },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
const kinds = { webhooks: fuzzWebhooks, forms: fuzzForms }
const chosen = Object.entries(kinds).filter(([kind]) => [undefined, kind].includes(values.only))

if (!(Number.isSafeInteger(runs) && runs > 0 && Number.isSafeInteger(seed) && chosen.length > 0)) {
  console.error('usage: npm run fuzz -- [--runs N] [--seed S] [--only webhooks|forms]')
  process.exitCode = 2
} else await run()

async function run(): Promise<void> {
  let all = 0
  const found: string[] = []
  for (const [kind, fuzz] of chosen) {
    console.log(`${kind}, ${runs} for each door, seed ${seed}`)
    const onDoor = (name: string, statuses: Record<number, number>) =>
      console.log(`  ${name}: ${tally(statuses)}`)
    const { cases, troubles } = await fuzz({ runs, seed, onDoor })
    all += cases
    found.push(...troubles)
  }
  for (const trouble of found) console.error(trouble)
  console.log(`${all} cases, ${found.length} findings; again with --seed ${seed}`)
  if (found.length > 0) process.exitCode = 1
}

/** How often each status was answered. */
function tally(statuses: Record<number, number>): string {
  return Object.entries(statuses)
    .map(([status, count]) => `${status === '0' ? 'cut off' : status} × ${count}`)
    .join(', ')
}
