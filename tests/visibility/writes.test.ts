import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startBench } from './bench.ts'
import type { Bench } from './bench.ts'
import { samples, sayMarks } from './bodies.ts'
import { CLOSED_REACH, groupOfId } from './groups.ts'
import { NOW } from './rows.ts'
import { checkWrites, listForeignWrites, listWrites, tryWrite } from './writes.ts'

// Posts to every address that takes a form, as people who may not, and compares the company's
// whole file before and after.

const CALM = { timeout: 300_000 }

/** A person's own account, which is theirs to change whatever their role. */
const OWN_ACCOUNT =
  /^\/(profile|presence|notifications|push-subscriptions|preferences|logout|login|forgot|verification)/
/** How far somebody has read is theirs too: nobody else is told, nor the customer. */
const OWN_READING = /\/(reads|mention-reads)$/
const READING_TABLES = /^(conversation_reads|note_mentions|notifications|changes)$/
const OWN_TABLES = /^(members|member_|notification|push_subscriptions|audit_log|changes|jobs)/

let bench: Bench

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW + 3_600_000 })
  bench = await startBench()
  bench.setReach(CLOSED_REACH)
  sayMarks((id) => groupOfId(id)?.name ?? '')
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await bench.close()
})

test('a write of one’s own succeeds: the samples are worth something', CALM, async () => {
  const own = listWrites(bench).filter(({ group }) => group?.name === 'anna')
  expect(own.length).toBeGreaterThan(40)
  const idle: string[] = []
  for (const write of own) {
    if (samples[write.route]?.isIdle) continue
    const { response, changed } = await tryWrite(bench, { as: 'anna', write })
    if (response.status === 403) continue
    if (response.status < 400 && changed.length > 0) continue
    idle.push(`${write.route} → ${response.status}, ${changed.length} rows changed`)
  }
  // What is listed needs a word in tests/visibility/bodies.ts: what is to be posted there (body),
  // what must be so before (before), or why it cannot succeed here (isIdle).
  expect(idle).toEqual([])
})

test('a write of what is somebody else’s is a 404 and changes nothing', CALM, async () => {
  expect(listForeignWrites(bench).length).toBeGreaterThan(200)
  expect(await checkWrites(bench, listForeignWrites(bench))).toEqual([])
})

test('a viewer changes nothing at all but their own account', CALM, async () => {
  const troubles: string[] = []
  for (const write of listWrites(bench)) {
    const { response, changed } = await tryWrite(bench, { as: 'viewer', write })
    const where = `${write.path} (${write.route}) → ${response.status}`
    if (response.status >= 500) troubles.push(`${where}: broke`)
    const isOwn = OWN_ACCOUNT.test(write.route)
    const isReading = OWN_READING.test(write.route)
    const touched = changed.filter(
      ({ table }) =>
        !(isOwn && OWN_TABLES.test(table)) && !(isReading && READING_TABLES.test(table)),
    )
    if (touched.length > 0)
      troubles.push(`${where}: changed ${touched.map(({ table }) => table).join(', ')}`)
  }
  expect(troubles).toEqual([])
})
