import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printSizes } from './validate/sizes.ts'

// The same checks locally and in continuous integration, in the order in which a mistake is
// cheapest to find. Every step runs, so that one run shows all that is wrong.

const REPORTS = 'test-results'
const UNIT_REPORT = join(REPORTS, 'unit.json')
const E2E_REPORT = join(REPORTS, 'e2e.json')

type Counts = { passed: number; failed: number; skipped: number }
/** Of the page a journey failed on: enough to see where it was. */
const SHOWN_LINES = 120
type Step = { name: string; command: string; args: string[]; count?: () => Counts | undefined }

const steps: Step[] = [
  { name: 'format', command: 'npm', args: ['run', '--silent', 'format'] },
  { name: 'lint', command: 'npm', args: ['run', '--silent', 'lint'] },
  { name: 'types', command: 'npm', args: ['run', '--silent', 'typecheck'] },
  { name: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
  { name: 'weight', command: 'npm', args: ['run', '--silent', 'page-weight', '5'] },
  {
    name: 'unit',
    command: 'npx',
    args: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ],
    count: countUnit,
  },
  // A minute at most: what got no turn says so in the table. The seed is fixed, so is the order.
  {
    name: 'chaos',
    command: 'npm',
    args: ['run', '--silent', 'chaos', '--', '--minutes', '0.6', '--seed', '2'],
  },
  { name: 'e2e', command: 'npx', args: ['playwright', 'test'], count: countE2e },
]

mkdirSync(REPORTS, { recursive: true })
const only = process.argv.slice(2)
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const failedSteps: string[] = []
for (const step of steps.filter(({ name }) => only.length === 0 || only.includes(name)))
  runStep(step)
printSizes()
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = failedSteps.length > 0 ? 1 : 0

/** Each check without tests of its own counts as one. */
function runStep(step: Step): void {
  console.log(`\n── ${step.name} ──`)
  const environment = { ...process.env, E2E_REPORT }
  if (step.name === 'build') environment.NODE_ENV = 'production'
  const startedAt = performance.now()
  const { status } = spawnSync(step.command, step.args, { stdio: 'inherit', env: environment })
  const isPassed = status === 0
  console.log(
    `${step.name}: ${isPassed ? 'ok' : 'FAILED'}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  )
  const counts = step.count?.() ?? {
    passed: isPassed ? 1 : 0,
    failed: isPassed ? 0 : 1,
    skipped: 0,
  }
  // A runner that fails without a failed test (a broken file, say) has failed all the same.
  if (!isPassed && counts.failed === 0) counts.failed = 1
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  if (!isPassed) failedSteps.push(step.name)
  if (step.name === 'e2e') showFailedPages()
}

/** Where pictures do not reach whoever reads the output, what failed journeys saw is printed. */
function showFailedPages(): void {
  for (const file of globSync(join(REPORTS, '*', 'error-context.md'))) {
    const [, page = ''] = readFileSync(file, 'utf8').split('```yaml')
    console.log(`\n${file}`)
    console.log(page.split('\n').slice(0, SHOWN_LINES).join('\n'))
  }
}

function countUnit(): Counts | undefined {
  if (!existsSync(UNIT_REPORT)) return undefined
  const report = JSON.parse(readFileSync(UNIT_REPORT, 'utf8')) as Record<string, number>
  return {
    passed: report['numPassedTests'] ?? 0,
    failed: report['numFailedTests'] ?? 0,
    skipped: (report['numPendingTests'] ?? 0) + (report['numTodoTests'] ?? 0),
  }
}

function countE2e(): Counts | undefined {
  if (!existsSync(E2E_REPORT)) return undefined
  const { stats } = JSON.parse(readFileSync(E2E_REPORT, 'utf8')) as {
    stats: Record<string, number>
  }
  return {
    passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0),
    failed: stats['unexpected'] ?? 0,
    skipped: stats['skipped'] ?? 0,
  }
}
