import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { schemaVersion } from '#app/tenancy/migrations.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { Refusal, runCommand } from './command/command.ts'
import { startProgress } from './command/progress.ts'
import { getTenant } from './command/tenant.ts'
import type { DirectoryEntry } from '#app/platform/tenants/directory.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'

const SLOWEST_SHOWN = 5

type Failure = { tenantId: string; slug: string; reason: string }
type Taken = { slug: string; tookMs: number }

// Opening a file migrates it, each step in its own transaction: a stopped run goes on where it
// was, and one damaged file does not keep the others back. One file after the other, because
// SQLite works in this thread anyway; a server beside it migrates what it opens itself.
await runCommand(
  { all: z.boolean().optional(), tenant: z.string().optional() },
  async (runtime, options) => {
    if (!options.all && !options.tenant)
      throw new Refusal('nothing_named', 'Say --all or --tenant S')
    const entries = options.tenant
      ? [getTenant(runtime, options.tenant)]
      : [...runtime.directory.everyTenant()]
    const failures: Failure[] = []
    const taken: Taken[] = []
    const progress = startProgress('companies', entries.length)
    for (const entry of entries) {
      const startedAt = performance.now()
      const reason = await migrateOne(runtime, entry)
      if (reason === undefined)
        taken.push({ slug: entry.slug, tookMs: Math.round(performance.now() - startedAt) })
      else failures.push({ tenantId: entry.id, slug: entry.slug, reason })
      progress.step()
      await setImmediate()
    }
    progress.end()
    if (failures.length > 0) throw toRefusal(taken.length, failures)
    const slowest = taken.toSorted((a, b) => b.tookMs - a.tookMs).slice(0, SLOWEST_SHOWN)
    const schema = runtime.tenancy.migrations.length
    return { migrated: taken.length, failures, schemaVersion: schema, slowest }
  },
)

function toRefusal(done: number, failures: Failure[]): Refusal {
  const names = failures.map((failure) => `${failure.slug} (${failure.reason})`).join(', ')
  return new Refusal('migration_failed', `${done} up to date, ${failures.length} failed: ${names}`)
}

async function migrateOne(runtime: Runtime, entry: DirectoryEntry): Promise<string | undefined> {
  try {
    await runtime.tenancy.withTenant(entry, (db) => schemaVersion(sqliteOf(db)))
    runtime.tenancy.forget(entry.id)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
}
