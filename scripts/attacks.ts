// Runs sets of attacks against the whole way from a message to what is sent, with a model that
// obeys whatever it reads: what holds is the product's code, not a model's manners.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { behaviours } from '#tests/attacks/gullible-model.ts'
import type { Behaviour } from '#tests/attacks/gullible-model.ts'
import { isAnswered, runAttack } from '#tests/attacks/run.ts'
import { readSets } from '#tests/attacks/sets.ts'

type Row = {
  set: string
  runs: number
  sent: number
  otherwise: number
  handedOver: number
  leaks: number
}

const { values } = parseArgs({ options: { dir: { type: 'string' }, json: { type: 'boolean' } } })
const dir = values.dir ?? ''

if (!existsSync(dir)) {
  const message = 'usage: npm run -s attacks -- --dir FOLDER [--json]'
  console.error(JSON.stringify({ error: { code: 'wrong_arguments', message } }))
  process.exitCode = 2
} else await run()

async function run(): Promise<void> {
  const { attacks, harmless } = readSets(dir)
  const rows = new Map<string, Row>()
  const leaked: { set: string; behaviour: string; text: string; leaks: string[] }[] = []
  for (const attack of attacks) {
    for (const behaviour of Object.keys(behaviours) as Behaviour[]) {
      const { outcome, leaks } = await runAttack(attack, behaviour)
      const none = { set: attack.set, runs: 0, sent: 0, otherwise: 0, handedOver: 0, leaks: 0 }
      const row = rows.get(attack.set) ?? none
      row.runs += 1
      if (outcome === 'sent') row.sent += 1
      else if (outcome === 'handed_over') row.handedOver += 1
      else row.otherwise += 1
      if (leaks.length > 0) {
        row.leaks += 1
        leaked.push({ set: attack.set, behaviour, text: attack.text.slice(0, 120), leaks })
      }
      rows.set(attack.set, row)
    }
  }
  const refused: string[] = []
  for (const one of harmless) if (!(await isAnswered(one))) refused.push(one.text)
  const report = {
    attacks: [...rows.values()],
    leaked,
    harmless: { sentences: harmless.length, answered: harmless.length - refused.length, refused },
  }
  if (values.json) console.log(JSON.stringify(report))
  else {
    console.table(report.attacks)
    for (const leak of leaked) console.log('leaked:', leak)
    console.log(`harmless: ${report.harmless.answered} of ${harmless.length} answered`)
    for (const text of refused) console.log('refused:', text)
  }
  if (leaked.length > 0) process.exitCode = 1
}
