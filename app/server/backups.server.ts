import { hkdfSync } from 'node:crypto'
import { join, resolve } from 'node:path'
import { chooseOwner, verifyNewest } from '#app/backups/restore.server.ts'
import { findNewestMark, PLATFORM_OWNER } from '#app/backups/catalog.server.ts'
import { eraseBackups } from '#app/backups/erase.server.ts'
import { markOf } from '#app/backups/file-mark.server.ts'
import { createFolderStore } from '#app/backups/folder-store.server.ts'
import { takeBackup } from '#app/backups/take.server.ts'
import type { BackupPlace, BackupSource } from '#app/backups/take.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { enqueuePlatformJob } from '#app/platform/jobs.server.ts'
import { findWrappedKey } from '#app/platform/tenants/keys.server.ts'
import { uploadsFolderOf } from '#app/tenancy/tenant-db.server.ts'
import type { Runtime } from './runtime.server.ts'

const KEY_BYTES = 32
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Where this installation keeps its backups. */
export function backupPlaceOf({ env, paths, platform }: Runtime): BackupPlace {
  return {
    platform,
    store: createFolderStore(backupFolderOf(env.BACKUP_DIR, paths.root)),
    workDir: join(paths.root, 'backup-work'),
  }
}

export function backupFolderOf(configured: string | undefined, root: string): string {
  return configured ? resolve(configured) : join(root, 'backups')
}

/** The key of the platform's own backups: another one than for its secrets. */
export function platformBackupKey(platformKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', platformKey, '', 'baraza platform backups', KEY_BYTES))
}

/** What there is to back up of one owner; undefined for a company that is gone. */
export async function backupSourceOf(
  runtime: Runtime,
  owner: string,
): Promise<BackupSource | undefined> {
  const { paths, platform, platformKey, directory, tenancy } = runtime
  if (owner === PLATFORM_OWNER)
    return { owner, path: paths.platformPath, key: platformBackupKey(platformKey) }
  const entry = directory.findById(owner)
  if (!entry?.dataKey) return undefined
  return {
    ...{ owner, path: tenancy.pathOf(owner), key: entry.dataKey.bytes },
    uploads: await tenancy.withTenant(entry, uploadsFolderOf),
    wrapped: findWrappedKey(platform, owner),
  }
}

/** Asks for a backup of everything that has changed, once an hour; and for one nightly test. */
export function planBackups(runtime: Runtime, now: number): void {
  const { platform, directory, tenancy, paths } = runtime
  const hour = Math.floor(now / HOUR_MS)
  const plan = (owner: string, path: string) => {
    if (markOf(path) !== findNewestMark(platform, owner))
      enqueuePlatformJob(platform, 'backup.take', { owner }, { key: `${owner}:${hour}` })
  }
  plan(PLATFORM_OWNER, paths.platformPath)
  for (const entry of directory.everyTenant()) plan(entry.id, tenancy.pathOf(entry.id))
  enqueuePlatformJob(platform, 'backup.verify', {}, { key: `${Math.floor(now / DAY_MS)}` })
}

export function backupJobs(
  runtime: Runtime,
): Pick<JobHandlers<PlatformDb>, 'backup.take' | 'backup.verify'> {
  return {
    'backup.take': async (_platform, { owner }) => {
      const source = await backupSourceOf(runtime, owner)
      if (!source) return
      await takeBackup(backupPlaceOf(runtime), source)
      // Erased meanwhile: what has just been stored must not outlive it.
      if (source.wrapped && !runtime.directory.findById(owner)) await eraseBackupsOf(runtime, owner)
    },
    'backup.verify': async () => {
      const owner = chooseOwner(runtime.platform)
      const source = owner === undefined ? undefined : await backupSourceOf(runtime, owner)
      const result = source && (await verifyNewest(backupPlaceOf(runtime), source))
      if (result?.problem)
        runtime.log.error({ owner, problem: result.problem }, 'backup does not restore')
    },
  }
}

/** Every backup of a company: its key first, then what cannot be opened without it. */
export async function eraseBackupsOf(runtime: Runtime, tenantId: string): Promise<void> {
  await eraseBackups(backupPlaceOf(runtime), tenantId)
}
