import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { listBackedUpOwners, findBackup, noteVerified } from './catalog.server.ts'
import type { Backup } from './catalog.server.ts'
import { inspectDatabase } from './copy.server.ts'
import { openSealedFile, SealError } from './seal-file.server.ts'
import type { SealHeader } from './seal-file.server.ts'
import { uploadPath, uploadsPrefixOf } from './take.server.ts'
import type { BackupStore } from './store.ts'

export type RestorePlace = { store: BackupStore; workDir: string }

/** A backup that did not come out as it went in. */
export class RestoreError extends Error {
  override name = 'RestoreError'
  readonly reason: 'wrong_owner' | 'rows_differ' | 'sealed_otherwise' | 'not_whole'

  constructor(reason: RestoreError['reason'], message: string, options?: ErrorOptions) {
    super(`${reason}: ${message}`, options)
    this.reason = reason
  }
}

/**
 * Brings one backup into a new file and proves it: opened with the key, whole, of the right owner,
 * with as many rows in each table as when it was taken. Nothing is left when it is not.
 *
 * @param of the object's key, the owner it must have, and its key (32 bytes)
 * @throws RestoreError, MissingObjectError
 */
export async function restoreInto(
  place: RestorePlace,
  of: { owner: string; objectKey: string; key: Buffer },
  target: string,
): Promise<SealHeader> {
  await mkdir(place.workDir, { recursive: true, mode: 0o700 })
  await mkdir(dirname(target), { recursive: true })
  const sealed = join(place.workDir, `restore-${randomBytes(6).toString('hex')}.sealed`)
  try {
    await place.store.fetch(of.objectKey, sealed)
    const header = await openSealedFile({ from: sealed, to: target }, of.key)
    await prove(target, of.owner, header).catch(async (error: unknown) => {
      await rm(target, { force: true })
      throw error
    })
    return header
  } catch (error) {
    if (error instanceof SealError)
      throw new RestoreError('sealed_otherwise', of.objectKey, { cause: error })
    throw error
  } finally {
    await rm(sealed, { force: true })
  }
}

async function prove(path: string, owner: string, header: SealHeader): Promise<void> {
  const found = await inspectDatabase(path, owner === 'platform').catch((error: unknown) => {
    throw new RestoreError('not_whole', path, { cause: error })
  })
  if (found.owner !== owner || header.owner !== owner)
    throw new RestoreError('wrong_owner', found.owner)
  for (const [table, rows] of Object.entries(header.tables))
    if (found.tables[table] !== rows)
      throw new RestoreError('rows_differ', `${table}: ${found.tables[table]} of ${rows}`)
}

/** Brings back the files of a company that are not in the folder. @returns how many came back */
export async function restoreUploads(
  place: RestorePlace,
  of: { owner: string; key: Buffer },
  folder: string,
): Promise<number> {
  const prefix = uploadsPrefixOf(of.owner)
  let count = 0
  for (const { key: objectKey } of await place.store.list(prefix)) {
    const target = uploadPath(folder, objectKey.slice(prefix.length))
    const sealed = join(place.workDir, `restore-${randomBytes(6).toString('hex')}.file`)
    await mkdir(dirname(target), { recursive: true })
    try {
      await place.store.fetch(objectKey, sealed)
      await openSealedFile({ from: sealed, to: target }, of.key)
      count += 1
    } catch (error) {
      // What is there already is the same: files never change under their name.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      await rm(sealed, { force: true })
    }
  }
  return count
}

/**
 * Restores the newest backup of one owner into a file that is thrown away, and notes how it went.
 *
 * @returns the backup and what was wrong with it (null: nothing); undefined when there is none
 */
export async function verifyNewest(
  place: RestorePlace & { platform: PlatformDb },
  of: { owner: string; key: Buffer },
): Promise<{ backup: Backup; problem: string | null } | undefined> {
  const backup = findBackup(place.platform, of.owner)
  if (!backup) return undefined
  const target = join(place.workDir, `verify-${randomBytes(6).toString('hex')}.db`)
  let problem: string | null = null
  try {
    await restoreInto(place, { ...of, objectKey: backup.objectKey }, target)
  } catch (error) {
    problem = error instanceof RestoreError ? error.reason : (error as Error).name
  } finally {
    await rm(target, { force: true })
  }
  noteVerified(place.platform, backup.id, { at: Date.now(), problem })
  return { backup, problem }
}

/** Somebody's turn to be tested: any owner with a backup. */
export function chooseOwner(platform: PlatformDb, random = Math.random): string | undefined {
  const owners = listBackedUpOwners(platform)
  return owners[Math.floor(random() * owners.length)]
}
