import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PLATFORM_OWNER } from '#app/backups/catalog.server.ts'
import { keyObjectOf, takeBackup } from '#app/backups/take.server.ts'
import type { BackupPlace } from '#app/backups/take.server.ts'
import { rotatePlatformKey } from '#app/platform/keys/rotate.server.ts'
import type { Rotated } from '#app/platform/keys/rotate.server.ts'
import { findWrappedKey } from '#app/platform/tenants/keys.server.ts'
import { backupPlaceOf, platformBackupKey } from './backups.server.ts'
import type { Runtime } from './runtime.server.ts'

const SECRETS_FILE = 'secrets.env'

/**
 * Replaces ENCRYPTION_KEY everywhere it counts: secrets of the platform, companies' keys beside
 * the backups, a first backup of the platform under the new key, and the data folder's own
 * secrets where the key stands there. Stopped anywhere, it is simply run again.
 *
 * @param to 32 bytes
 */
export async function rotateKeys(
  runtime: Runtime,
  to: Buffer,
): Promise<Rotated & { besideBackups: number; secretsFile: 'changed' | 'untouched' }> {
  const { platform, platformKey, paths } = runtime
  const rotated = rotatePlatformKey(platform, { from: platformKey, to })
  const place = backupPlaceOf(runtime)
  const besideBackups = await keepKeys(runtime, place)
  const key = platformBackupKey(to)
  await takeBackup(place, { owner: PLATFORM_OWNER, path: paths.platformPath, key })
  return { ...rotated, besideBackups, secretsFile: replaceInFile(paths.root, platformKey, to) }
}

/** Companies whose key lies beside the backups get the new form of it there. */
async function keepKeys({ platform }: Runtime, place: BackupPlace): Promise<number> {
  await mkdir(place.workDir, { recursive: true, mode: 0o700 })
  const file = join(place.workDir, `rotate-${randomBytes(6).toString('hex')}.key`)
  let kept = 0
  try {
    for (const { key } of await place.store.list('keys/')) {
      const wrapped = findWrappedKey(platform, key.slice('keys/'.length))
      if (!wrapped || keyObjectOf(key.slice('keys/'.length)) !== key) continue
      await writeFile(file, JSON.stringify(wrapped), { mode: 0o600, flush: true })
      await place.store.put(key, file)
      kept += 1
    }
  } finally {
    await rm(file, { force: true })
  }
  return kept
}

function replaceInFile(root: string, from: Buffer, to: Buffer): 'changed' | 'untouched' {
  const path = join(root, SECRETS_FILE)
  if (!existsSync(path)) return 'untouched'
  const text = readFileSync(path, 'utf8')
  const before = `ENCRYPTION_KEY=${from.toString('base64')}`
  if (!text.includes(before)) return 'untouched'
  const whole = text.replace(before, `ENCRYPTION_KEY=${to.toString('base64')}`)
  writeFileSync(`${path}.new`, whole, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return 'changed'
}
