import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rollReports } from '#app/domain/analytics/roll.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import { localEnvironment } from '#scripts/command/environment.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint } from '#tests/inbox.ts'

// The commands that hold a company's figures and its log against the facts, over a file that
// somebody has been at.

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-proofs-'))
  const owner = ['--owner-email', 'owner@acme.test', '--owner-password', 'long enough 1']
  run('tenant:create', ['--slug', 'acme', '--name', 'Acme', '--industry', 'hotel', ...owner])
  await inFile(async (db) => {
    const line = addEndpoint(db)
    const threeDaysAgo = Date.now() - 72 * 3_600_000
    for (let n = 0; n < 5; n += 1) addConversation(db, line, { lastMessageAt: threeDaysAgo })
    await rollReports(db)
    const by = { kind: 'member', id: 1, name: 'Owner' } as const
    for (let n = 0; n < 3; n += 1) recordAudit(db, by, { action: 'member.role_changed' })
  })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test(
  'reports:rebuild says which figure does not hold, and makes it right',
  { timeout: 120_000 },
  async () => {
    const compare = () => run('reports:rebuild', ['--tenant', 'acme', '--compare'])
    expect(compare()).toMatchObject({ exit: 0, result: { isEqual: true, differing: 0 } })
    await inFile((db) =>
      sqliteOf(db).exec(
        `update report_days set count = 70 where metric = 'messages_in' and dimension = 'all'`,
      ),
    )
    const damaged = compare()
    expect(damaged).toMatchObject({ exit: 1, result: { isEqual: false, differing: 1 } })
    expect(damaged.result?.['differences']).toMatchObject([
      { what: 'messages_in.all', shown: [70, 0], counted: [5, 0] },
    ])
    expect(run('reports:rebuild', ['--tenant', 'acme'])).toMatchObject({ exit: 0 })
    expect(compare()).toMatchObject({ exit: 0, result: { isEqual: true } })
  },
)

test(
  'audit:verify names the entry that was altered, and the one that went missing',
  { timeout: 120_000 },
  async () => {
    const verify = () => run('audit:verify', ['--tenant', 'acme'])
    const whole = verify()
    expect(whole).toMatchObject({ exit: 0, result: { ok: true } })
    const last = Number(whole.result?.['entries'])
    expect(last).toBeGreaterThan(2)
    await inFile((db) =>
      sqliteOf(db).exec(
        `drop trigger audit_log_append_only_update; drop trigger audit_log_append_only_delete;
       update audit_log set actor_name = 'Somebody else' where id = ${last}`,
      ),
    )
    const altered = verify()
    expect(altered).toMatchObject({ exit: 1, error: { code: 'audit_broken' } })
    expect(altered.error?.message).toContain(`Entry ${last} was altered`)
    await inFile((db) => sqliteOf(db).exec(`delete from audit_log where id = ${last - 1}`))
    expect(verify().error?.message).toContain('an entry is missing')
  },
)

function run(command: string, args: string[]) {
  const done = spawnSync('npm', ['run', '-s', command, '--', ...args, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder },
  })
  const lastLine = done.stderr.trim().split('\n').at(-1) ?? ''
  return {
    exit: done.status,
    result: done.stdout ? (JSON.parse(done.stdout) as Record<string, unknown>) : undefined,
    error: lastLine.startsWith('{"error"')
      ? (JSON.parse(lastLine) as { error: { code: string; message: string } }).error
      : undefined,
  }
}

async function inFile(work: (db: TenantDb) => unknown): Promise<void> {
  const runtime = createRuntime(localEnvironment({ DATA_DIR: folder }), createLog('silent'))
  const entry = runtime.directory.findBySlug('acme')
  if (!entry) throw new Error('no company')
  await work(runtime.tenancy.acquire(entry))
  runtime.tenancy.closeAll()
  closePlatform(runtime.platform)
}
