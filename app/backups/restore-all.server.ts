import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { markDeleted } from '#app/platform/tenants/delete.server.ts'
import { putBackKey } from '#app/platform/tenants/keys.server.ts'
import type { createDirectory } from '#app/platform/tenants/directory.server.ts'
import type { Tenancy } from '#app/tenancy/open.server.ts'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import { uploadsFolderOf } from '#app/tenancy/tenant-db.server.ts'
import { PLATFORM_OWNER } from './catalog.server.ts'
import { RestoreError, restoreInto, restoreUploads } from './restore.server.ts'
import type { RestorePlace } from './restore.server.ts'
import { keyObjectOf } from './take.server.ts'

const keyObject = z.object({ id: z.string(), wrappedKey: z.string() })

/** The databases of an owner in the store, the newest first, whatever any catalogue says. */
export async function listObjects({ store }: RestorePlace, owner: string): Promise<string[]> {
  const found = await store.list(`databases/${owner}/`)
  return found
    .map(({ key }) => key)
    .sort()
    .reverse()
}

/**
 * The newest that is whole; an older one rather than none.
 *
 * @returns how many newer ones were damaged; undefined when the store has none at all
 * @throws RestoreError when not one of them is whole
 */
async function restoreNewestWhole(
  place: RestorePlace,
  of: { owner: string; key: Buffer },
  path: string,
): Promise<number | undefined> {
  let last: unknown
  for (const [damaged, objectKey] of (await listObjects(place, of.owner)).entries()) {
    try {
      await restoreInto(place, { ...of, objectKey }, path)
      toWal(path)
      return damaged
    } catch (error) {
      if (!(error instanceof RestoreError)) throw error
      last = error
    }
  }
  if (last) throw last
  return undefined
}

/**
 * Brings the platform's file to a machine that has nothing but the store and the key.
 *
 * @returns false when the store has none
 * @throws Error when there is a file already; RestoreError
 */
export async function restorePlatform(
  place: RestorePlace,
  { path, key }: { path: string; key: Buffer },
): Promise<boolean> {
  if (existsSync(path)) throw new Error('There is a platform file already')
  return (await restoreNewestWhole(place, { owner: PLATFORM_OWNER, key }, path)) !== undefined
}

/** Puts a company's key back from its own object. @returns whether there was one to put back */
export async function restoreKey(
  { store, workDir }: RestorePlace,
  platform: PlatformDb,
  tenantId: string,
): Promise<boolean> {
  await mkdir(workDir, { recursive: true, mode: 0o700 })
  const file = join(workDir, `restore-${randomBytes(6).toString('hex')}.key`)
  const keys = await store.list(keyObjectOf(tenantId))
  if (keys.length === 0) return false
  try {
    await store.fetch(keyObjectOf(tenantId), file)
    const parsed = keyObject.parse(JSON.parse(await readFile(file, 'utf8')))
    return putBackKey(platform, tenantId, parsed)
  } finally {
    await rm(file, { force: true })
  }
}

/** What the store has and the restored catalogue, older than it, does not. */
export async function listAgain({ store }: RestorePlace, platform: PlatformDb): Promise<number> {
  const insert = platformSqliteOf(platform).prepare(
    `insert into backups (owner, object_key, taken_at, bytes, sha256, schema_version, source_mark)
     values (?, ?, ?, ?, '', 0, '') on conflict (object_key) do nothing`,
  )
  let added = 0
  for (const { key, bytes, at } of await store.list('databases/')) {
    const owner = key.split('/')[1]
    if (owner) added += insert.run(owner, key, takenAtOf(key) ?? at, bytes).changes
  }
  return added
}

/** `…/2026-11-22t010203.004z` → UTC ms */
function takenAtOf(objectKey: string): number | undefined {
  const found = /(\d{4}-\d\d-\d\d)t(\d\d)(\d\d)(\d\d\.\d{3})z$/.exec(objectKey)
  return found ? Date.parse(`${found[1]}T${found[2]}:${found[3]}:${found[4]}Z`) : undefined
}

/** A restored file goes back to how every live one is. */
export function toWal(path: string): void {
  openSqlite(path, { create: true }).close()
}

type NewMachine = {
  platform: PlatformDb
  tenancy: Tenancy
  directory: ReturnType<typeof createDirectory>
}

export type RestoredAll = {
  companies: number
  files: number
  /** brought back from an older backup, because the newest is damaged */
  fromOlder: string[]
  /** whose key is in the store no more: erased after the platform's last backup */
  erased: string[]
  failed: { tenantId: string; reason: string }[]
}

/**
 * Brings back every company the restored platform knows: key, database, files. One that does not
 * come back keeps no other one waiting.
 */
export async function restoreCompanies(
  place: RestorePlace,
  machine: NewMachine,
): Promise<RestoredAll> {
  const { platform, tenancy, directory } = machine
  const result: RestoredAll = { companies: 0, files: 0, fromOlder: [], erased: [], failed: [] }
  for (const { id: tenantId } of directory.everyTenant()) {
    try {
      await restoreCompany(place, machine, tenantId, result)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      result.failed.push({ tenantId, reason })
    }
    tenancy.forget(tenantId)
  }
  await listAgain(place, platform)
  return result
}

async function restoreCompany(
  place: RestorePlace,
  { platform, tenancy, directory }: NewMachine,
  tenantId: string,
  result: RestoredAll,
): Promise<void> {
  await restoreKey(place, platform, tenantId)
  const entry = directory.findById(tenantId)
  if (!entry?.dataKey) {
    markDeleted(platform, tenantId)
    result.erased.push(tenantId)
    return
  }
  const of = { owner: tenantId, key: entry.dataKey.bytes }
  const damaged = await restoreNewestWhole(place, of, tenancy.pathOf(tenantId))
  if (damaged === undefined) throw new Error('no_backup')
  if (damaged > 0) result.fromOlder.push(tenantId)
  const folder = await tenancy.withTenant(entry, uploadsFolderOf)
  result.files += await restoreUploads(place, of, folder)
  result.companies += 1
}
