import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { inspectDatabase } from '#app/backups/copy.server.ts'
import { toWal } from '#app/backups/restore-all.server.ts'
import { restoreInto } from '#app/backups/restore.server.ts'
import { backupPlaceOf } from '#app/server/backups.server.ts'
import { getBackup, readMoment } from './command/backup.ts'
import { Refusal, runCommand } from './command/command.ts'
import { getTenant } from './command/tenant.ts'

const shape = { tenant: z.string(), at: z.string().optional(), out: z.string().min(1) }

// Into a new file outside the database folder, proven whole, with the rows it has.
await runCommand(shape, async (runtime, options) => {
  const out = resolve(options.out)
  if (existsSync(out)) throw new Refusal('file_exists', `${options.out} exists already`)
  if (out.startsWith(`${runtime.paths.dbDir}/`))
    throw new Refusal('bad_target', 'Restore to a place outside the database folder')
  const entry = getTenant(runtime, options.tenant)
  // Its own file stays closed: it may be damaged, or gone.
  if (!entry.dataKey) throw new Refusal('no_key', 'The key of this company is erased')
  const of = { owner: entry.id, key: entry.dataKey.bytes }
  const { objectKey, takenAt } = getBackup(runtime, entry.id, readMoment(options.at))
  await restoreInto(backupPlaceOf(runtime), { ...of, objectKey }, out)
  const { tables } = await inspectDatabase(out, false)
  toWal(out)
  return { tenantId: entry.id, takenAt: new Date(takenAt).toISOString(), out, tables }
})
