import { z } from 'zod'
import { schemaVersion } from '#app/tenancy/migrations.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { Refusal, runCommand } from './command/command.ts'
import { getTenant } from './command/tenant.ts'
import type { DirectoryEntry } from '#app/platform/tenants/directory.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'

/** Files migrated side by side; each is one writer on its own file. */
const CONCURRENCY = 4

type Failure = { tenantId: string; slug: string; reason: string }

// Opening a file migrates it, each step in its own transaction: a stopped run goes on where it
// was, and one damaged file does not keep the others back.
await runCommand(
  { all: z.boolean().optional(), tenant: z.string().optional() },
  async (runtime, options) => {
    if (!options.all && !options.tenant)
      throw new Refusal('nothing_named', 'Say --all or --tenant S')
    const queue = options.tenant
      ? [getTenant(runtime, options.tenant)]
      : [...runtime.directory.everyTenant()]
    const failures: Failure[] = []
    let migrated = 0
    const work = async () => {
      for (let entry = queue.shift(); entry; entry = queue.shift()) {
        const reason = await migrateOne(runtime, entry)
        if (reason === undefined) migrated += 1
        else failures.push({ tenantId: entry.id, slug: entry.slug, reason })
      }
    }
    await Promise.all(Array.from({ length: CONCURRENCY }, work))
    if (failures.length > 0) {
      const names = failures.map((failure) => `${failure.slug} (${failure.reason})`).join(', ')
      throw new Refusal(
        'migration_failed',
        `${migrated} up to date, ${failures.length} failed: ${names}`,
      )
    }
    return { migrated, failures, schemaVersion: runtime.tenancy.migrations.length }
  },
)

async function migrateOne(runtime: Runtime, entry: DirectoryEntry): Promise<string | undefined> {
  try {
    await runtime.tenancy.withTenant(entry, (db) => schemaVersion(sqliteOf(db)))
    runtime.tenancy.forget(entry.id)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
}
