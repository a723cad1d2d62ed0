import { z } from 'zod'
import { PLATFORM_OWNER } from '#app/backups/catalog.server.ts'
import { takeBackup } from '#app/backups/take.server.ts'
import { backupPlaceOf, backupSourceOf } from '#app/server/backups.server.ts'
import { runCommand } from './command/command.ts'
import { getTenant } from './command/tenant.ts'

// Now, whether anything has changed or not: one company, or everything.
await runCommand({ tenant: z.string().optional() }, async (runtime, options) => {
  const place = backupPlaceOf(runtime)
  const owners = options.tenant
    ? [getTenant(runtime, options.tenant).id]
    : [PLATFORM_OWNER, ...[...runtime.directory.everyTenant()].map(({ id }) => id)]
  let taken = 0
  const failed: { owner: string; reason: string }[] = []
  for (const owner of owners) {
    try {
      const source = await backupSourceOf(runtime, owner)
      if (!source) continue
      await takeBackup(place, source)
      taken += 1
    } catch (error) {
      // One damaged file must not keep the others without a backup.
      failed.push({ owner, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  if (failed.length > 0) process.exitCode = 1
  return { taken, failed }
})
