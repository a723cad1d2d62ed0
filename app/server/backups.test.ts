import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putFile, openFile } from '#app/domain/files/store.server.ts'
import { openPlatform, closePlatform, platformSqliteOf } from '#app/platform/db.server.ts'
import { deleteTenant } from '#app/platform/tenants/delete.server.ts'
import {
  backupPlaceOf,
  backupSourceOf,
  backupJobs,
  eraseBackupsOf,
  planBackups,
  platformBackupKey,
} from './backups.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import { createTenancy } from '#app/tenancy/open.server.ts'
import { createDirectory } from '#app/platform/tenants/directory.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { findBackup, listBackups, PLATFORM_OWNER } from '#app/backups/catalog.server.ts'
import { restoreInto, RestoreError, verifyNewest } from '#app/backups/restore.server.ts'
import {
  listObjects,
  restoreCompanies,
  restoreKey,
  restorePlatform,
} from '#app/backups/restore-all.server.ts'
import { takeBackup } from '#app/backups/take.server.ts'

const HOUR_MS = 3_600_000
const job = { attempt: 1, isLastAttempt: false, complete: (write?: () => void) => write?.() }

let server: TestServer
let folder: string
let damagedId = ''
beforeAll(async () => {
  server = await startTestServer({ jobs: false })
  folder = mkdtempSync(join(tmpdir(), 'baraza-backups-'))
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A company with a message-like row and a file, backed up. */
async function backedUp(slug: string, takenAt = Date.now()) {
  const { runtime } = server
  const company = server.addCompany(slug)
  const { db, entry } = company
  const bytes = Buffer.from(`the menu of ${slug}`)
  const put = await putFile(db, { name: 'menu.txt', bytes, purpose: 'document' })
  if (!put.ok) throw new Error(put.reason)
  const source = (await backupSourceOf(runtime, entry.id))!
  await takeBackup(backupPlaceOf(runtime), source, takenAt)
  return { ...company, fileId: put.fileId, bytes, source }
}

/** One bit of an object in the store. */
function alter(objectKey: string): void {
  const path = join(server.runtime.paths.root, 'backups', objectKey)
  const sealed = readFileSync(path)
  sealed[sealed.length - 40] = (sealed[sealed.length - 40] ?? 0) ^ 1
  writeFileSync(path, sealed)
}

test('a backup restores into a new file, whole, while the live one goes on', async () => {
  const { runtime } = server
  const { db, entry, source } = await backedUp('lodge')
  sqliteOf(db).exec(`update company set name = 'Renamed later'`)
  const backup = findBackup(runtime.platform, entry.id)!
  const target = join(folder, 'lodge.db')
  const { tables } = await restoreInto(backupPlaceOf(runtime), { ...source, ...backup }, target)
  expect(tables['files']).toBe(1)
  const nameIn = (path: string) => {
    const file = openSqlite(path)
    const name = file.prepare('select name from company').pluck().get()
    file.close()
    return name
  }
  expect(nameIn(target)).not.toBe('Renamed later')
  expect(nameIn(runtime.tenancy.pathOf(entry.id))).toBe('Renamed later')
})

test('what lies in the store can be read by nobody without the key', async () => {
  const { runtime } = server
  const { source, bytes } = await backedUp('vault')
  const place = backupPlaceOf(runtime)
  const { paths } = runtime
  const all = readdirSync(join(paths.root, 'backups'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name)))
  expect(all.length).toBeGreaterThan(2)
  for (const object of all) {
    expect(object.includes('SQLite format 3')).toBe(false)
    expect(object.includes(bytes)).toBe(false)
    expect(object.includes(source.key)).toBe(false)
  }
  const { objectKey } = findBackup(runtime.platform, source.owner)!
  const stranger = { ...source, objectKey, key: Buffer.alloc(32, 7) }
  const target = join(folder, 'stranger.db')
  await expect(restoreInto(place, stranger, target)).rejects.toThrow('sealed_otherwise')
  expect(existsSync(target)).toBe(false)
})

test('one company’s backup is never taken for another’s, and an altered one is refused', async () => {
  const { runtime } = server
  const [one, two] = [await backedUp('north'), await backedUp('south')]
  const place = backupPlaceOf(runtime)
  const { objectKey } = findBackup(runtime.platform, one.entry.id)!
  const swapped = { owner: two.entry.id, objectKey, key: one.source.key }
  const error = await restoreInto(place, swapped, join(folder, 'swapped.db')).catch((e) => e)
  expect(error).toBeInstanceOf(RestoreError)
  expect(error.reason).toBe('wrong_owner')

  alter(objectKey)
  damagedId = one.entry.id
  const checked = await verifyNewest({ ...place, platform: runtime.platform }, one.source)
  expect(checked?.problem).toBe('sealed_otherwise')
  expect(findBackup(runtime.platform, one.entry.id)?.verifiedAt).toBeGreaterThan(0)
  const sound = await verifyNewest({ ...place, platform: runtime.platform }, two.source)
  expect(sound?.problem).toBeNull()
})

test('only what has changed is asked for, once an hour', async () => {
  const { runtime } = server
  const { db, entry } = await backedUp('quiet')
  const asked = () =>
    platformSqliteOf(runtime.platform)
      .prepare<[], string>(
        `select json_extract(payload_json, '$.owner') from jobs where kind = 'backup.take'`,
      )
      .pluck()
      .all()
  planBackups(runtime, Date.now())
  expect(asked()).not.toContain(entry.id)
  sqliteOf(db).exec(`update company set name = 'Changed'`)
  planBackups(runtime, Date.now())
  planBackups(runtime, Date.now())
  expect(asked().filter((owner) => owner === entry.id)).toHaveLength(1)
  expect(asked()).toContain(PLATFORM_OWNER)
})

test('everything comes back on a machine that has only the store and the key', async () => {
  const { runtime } = server
  const { entry, fileId, bytes, source } = await backedUp('phoenix', Date.now() - 3 * HOUR_MS)
  await takeBackup(backupPlaceOf(runtime), source)
  alter(findBackup(runtime.platform, entry.id)!.objectKey)
  const erased = await backedUp('forgotten')
  await backupJobs(runtime)['backup.take']!(runtime.platform, { owner: PLATFORM_OWNER }, job)
  runtime.tenancy.release(erased.entry.id)
  await deleteTenant(runtime.platform, runtime.tenancy, erased.entry.id)
  await eraseBackupsOf(runtime, erased.entry.id)

  const { store } = backupPlaceOf(runtime)
  const place = { store, workDir: join(folder, 'work') }
  const dbDir = join(folder, 'new', 'db')
  const path = join(dbDir, 'platform.db')
  const key = platformBackupKey(runtime.platformKey)
  expect(await restorePlatform(place, { path, key })).toBe(true)
  const platform = openPlatform({ path, migrationsDir: 'migrations/platform' })
  expect(createDirectory(platform, runtime.platformKey).findById(entry.id)?.dataKey).toBeUndefined()
  const uploadsDir = join(folder, 'new', 'uploads')
  const tenancy = createTenancy({ dbDir, uploadsDir, migrationsDir: 'migrations/tenant' })
  const directory = createDirectory(platform, runtime.platformKey)
  const result = await restoreCompanies(place, { platform, tenancy, directory })
  expect(result.erased).toEqual([erased.entry.id])
  expect(result.failed.map(({ tenantId }) => tenantId)).toEqual([damagedId])
  expect(result.fromOlder).toEqual([entry.id])
  expect(result.files).toBeGreaterThan(0)
  expect(listBackups(platform, entry.id)).toHaveLength(2)
  const db = tenancy.acquire(directory.findById(entry.id)!)
  expect(readFileSync(openFile(db, fileId)!.path)).toEqual(bytes)
  expect(directory.findById(erased.entry.id)).toBeUndefined()
  expect(await restoreKey(place, platform, erased.entry.id)).toBe(false)
  expect(await listObjects(place, erased.entry.id)).toEqual([])
  tenancy.closeAll()
  closePlatform(platform)
})
