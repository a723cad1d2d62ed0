import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBackup, PLATFORM_OWNER } from '#app/backups/catalog.server.ts'
import { restorePlatform } from '#app/backups/restore-all.server.ts'
import { takeBackup } from '#app/backups/take.server.ts'
import { openHook, saveHook } from '#app/platform/alerts/rules.server.ts'
import { closePlatform, platformSqliteOf } from '#app/platform/db.server.ts'
import { NeitherKeyError } from '#app/platform/keys/rotate.server.ts'
import { createPlatformVault } from '#app/platform/vault.server.ts'
import { decryptSecret, encryptSecret } from '#app/tenancy/secrets.server.ts'
import { backupPlaceOf, backupSourceOf, platformBackupKey } from './backups.server.ts'
import { createCompany } from './create-company.server.ts'
import { readEnv, requireSecrets } from './env.server.ts'
import { createLog } from './log.server.ts'
import { rotateKeys } from './rotate-keys.server.ts'
import { createRuntime } from './runtime.server.ts'
import type { Runtime } from './runtime.server.ts'

const OLD = Buffer.alloc(32, 1)
const NEW = Buffer.alloc(32, 2)
const OWNER = { id: 1, name: 'Zawadi', role: 'owner' } as const

let folder: string
let runtime: Runtime

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-keys-'))
  runtime = open(OLD)
  for (const slug of ['hotel', 'school']) {
    const owner = { email: `o@${slug}.test`, name: 'O', passwordHash: 'none' }
    createCompany(runtime, { slug, name: slug, industry: 'hotel', owner, isVerified: true })
  }
  platformSqliteOf(runtime.platform)
    .prepare(
      `insert into platform_users (id, name, email, password_hash, role, status, created_at, updated_at)
       values (1, 'Zawadi', 'z@b.test', 'none', 'owner', 'active', 0, 0)`,
    )
    .run()
})
afterEach(() => {
  close()
  rmSync(folder, { recursive: true, force: true })
})

function open(key: Buffer): Runtime {
  const secrets = { SESSION_SECRET: 'x'.repeat(32), ENCRYPTION_KEY: key.toString('base64') }
  return createRuntime(
    requireSecrets(readEnv({ DATA_DIR: folder, ...secrets })),
    createLog('silent'),
  )
}

function close(): void {
  runtime.tenancy.closeAll()
  closePlatform(runtime.platform)
}

function secretOf(of: Runtime, slug: string, sealed?: string): string {
  const entry = of.directory.findBySlug(slug)
  if (!entry) throw new Error('no company')
  const db = of.tenancy.acquire(entry)
  return sealed ? decryptSecret(db, 'test', sealed) : encryptSecret(db, 'test', `of ${slug}`)
}

test('what a company and the platform kept secret opens with the new key, and only with it', async () => {
  const sealed = secretOf(runtime, 'hotel')
  const hook = { url: 'https://alerts.example', secret: 'signs' }
  saveHook(runtime.platform, { actor: OWNER, vault: createPlatformVault(OLD) }, hook)
  expect(await rotateKeys(runtime, NEW)).toMatchObject({ rotated: 3, already: 0 })
  close()
  runtime = open(NEW)
  expect(secretOf(runtime, 'hotel', sealed)).toBe('of hotel')
  expect(openHook(runtime.platform, createPlatformVault(NEW))).toEqual(hook)
  close()
  runtime = open(OLD)
  expect(() => secretOf(runtime, 'hotel', sealed)).toThrow()
})

test('a run that was stopped is repeated and changes nothing twice', async () => {
  const sealed = secretOf(runtime, 'school')
  await rotateKeys(runtime, NEW)
  expect(await rotateKeys(runtime, NEW)).toMatchObject({ rotated: 0, already: 2 })
  close()
  runtime = open(NEW)
  expect(secretOf(runtime, 'school', sealed)).toBe('of school')
})

test('a secret that neither key opens stops it, and nothing has changed', async () => {
  const sealed = secretOf(runtime, 'hotel')
  platformSqliteOf(runtime.platform)
    .prepare(
      `update tenant_keys set wrapped_key = 'bm90aGluZw'
       where tenant_id = (select id from tenants where slug = 'school')`,
    )
    .run()
  await expect(rotateKeys(runtime, NEW)).rejects.toThrow(NeitherKeyError)
  close()
  runtime = open(OLD)
  expect(secretOf(runtime, 'hotel', sealed)).toBe('of hotel')
})

test('the key beside the backups is the new one’s, and the platform comes back with it', async () => {
  const entry = runtime.directory.findBySlug('hotel')!
  const source = await backupSourceOf(runtime, entry.id)
  await takeBackup(backupPlaceOf(runtime), source!)
  const keyFile = join(folder, 'backups', 'keys', entry.id)
  const before = readFileSync(keyFile, 'utf8')
  expect(await rotateKeys(runtime, NEW)).toMatchObject({ besideBackups: 1 })
  expect(readFileSync(keyFile, 'utf8')).not.toBe(before)
  expect(findBackup(runtime.platform, PLATFORM_OWNER, undefined)).toBeDefined()
  const path = join(folder, 'restored.db')
  const place = backupPlaceOf(runtime)
  await expect(restorePlatform(place, { path, key: platformBackupKey(OLD) })).rejects.toThrow()
  expect(await restorePlatform(place, { path, key: platformBackupKey(NEW) })).toBe(true)
})

test('where the key stands in the data folder, it is replaced there', async () => {
  const file = join(folder, 'secrets.env')
  writeFileSync(file, `SESSION_SECRET=abc\nENCRYPTION_KEY=${OLD.toString('base64')}\n`)
  expect(await rotateKeys(runtime, NEW)).toMatchObject({ secretsFile: 'changed' })
  expect(readFileSync(file, 'utf8')).toBe(
    `SESSION_SECRET=abc\nENCRYPTION_KEY=${NEW.toString('base64')}\n`,
  )
})
