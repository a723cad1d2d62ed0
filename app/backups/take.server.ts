import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { dropBackup, listBackups, noteBackup, PLATFORM_OWNER } from './catalog.server.ts'
import { copyDatabase } from './copy.server.ts'
import { markOf } from './file-mark.server.ts'
import { listExpired } from './retention.ts'
import { sealFile } from './seal-file.server.ts'
import type { BackupStore } from './store.ts'

export type BackupPlace = {
  platform: PlatformDb
  store: BackupStore
  /** for files under way, outside of every database folder */
  workDir: string
}

/** What one backup is made of. */
export type BackupSource = {
  /** a company's id, or `platform` */
  owner: string
  path: string
  /** 32 bytes: the company's own key, or the platform's for backups */
  key: Buffer
  /** where its files lie; undefined: it has none */
  uploads?: string
  /** a company's key as the platform keeps it: without it nothing of the company opens */
  wrapped?: { id: string; slug: string; wrappedKey: string; wrappedBy: string }
}

/**
 * Copies, checks, seals and stores one database with what belongs to it, notes it, and lets go of
 * what is past its time. Order matters: the row comes last, so that what is noted is there.
 *
 * @returns when it was taken, UTC ms
 * @throws when any step fails; then nothing is noted
 */
export async function takeBackup(
  place: BackupPlace,
  source: BackupSource,
  takenAt = Date.now(),
): Promise<number> {
  const { owner, key } = source
  await mkdir(place.workDir, { recursive: true, mode: 0o700 })
  const temporary = join(place.workDir, `${owner}-${randomBytes(6).toString('hex')}`)
  const [copy, sealed] = [`${temporary}.db`, `${temporary}.sealed`]
  const sourceMark = markOf(source.path)
  try {
    const isPlatform = owner === PLATFORM_OWNER
    const made = await copyDatabase({ source: source.path, target: copy, isPlatform })
    if (made.owner !== owner) throw new Error(`wrong_owner: ${owner}`)
    const { schemaVersion, tables } = made
    const plainBytes = (await stat(copy)).size
    const header = { owner, takenAt, schemaVersion, tables, plainBytes }
    const { bytes, sha256 } = await sealFile({ from: copy, to: sealed }, key, header)
    const objectKey = objectKeyOf(owner, takenAt)
    await place.store.put(objectKey, sealed)
    await keepKey(place, source)
    await keepUploads(place, source)
    noteBackup(place.platform, {
      ...{ owner, objectKey, takenAt, bytes, sha256, schemaVersion, sourceMark },
    })
  } finally {
    for (const file of [copy, `${copy}-journal`, sealed]) await rm(file, { force: true })
  }
  await prune(place, owner, takenAt)
  return takenAt
}

/** `databases/<owner>/2026-11-22t010203.004z`: sorted by name is sorted by time. */
export function objectKeyOf(owner: string, takenAt: number): string {
  const time = new Date(takenAt).toISOString().toLowerCase().replaceAll(':', '')
  return `databases/${owner}/${time}`
}

/** Files are spread over folders by their first two letters. */
export const uploadPath = (folder: string, name: string) => join(folder, name.slice(0, 2), name)

export const keyObjectOf = (tenantId: string) => `keys/${tenantId}`
export const uploadsPrefixOf = (tenantId: string) => `uploads/${tenantId}/`

async function keepKey({ store, workDir }: BackupPlace, { owner, wrapped }: BackupSource) {
  if (!wrapped) return
  const file = join(workDir, `${owner}-${randomBytes(6).toString('hex')}.key`)
  try {
    await writeFile(file, JSON.stringify(wrapped), { mode: 0o600, flush: true })
    await store.put(keyObjectOf(owner), file)
  } finally {
    await rm(file, { force: true })
  }
}

/** Files never change under their name: each is stored once. */
async function keepUploads({ store, workDir }: BackupPlace, source: BackupSource) {
  const { owner, uploads, key } = source
  if (!uploads) return
  const names = await listFiles(uploads)
  if (names.length === 0) return
  const prefix = uploadsPrefixOf(owner)
  const known = new Set((await store.list(prefix)).map((one) => one.key))
  for (const name of names.filter((one) => !known.has(prefix + one))) {
    const from = uploadPath(uploads, name)
    const sealed = join(workDir, `${owner}-${randomBytes(6).toString('hex')}.file`)
    try {
      const { size } = await stat(from)
      const about = { owner, takenAt: Date.now(), schemaVersion: 0, tables: {}, plainBytes: size }
      await sealFile({ from, to: sealed }, key, about)
      await store.put(prefix + name, sealed)
    } finally {
      await rm(sealed, { force: true })
    }
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && /^[0-9a-f]{40}$/.test(entry.name))
    .map((entry) => entry.name)
}

async function prune({ platform, store }: BackupPlace, owner: string, now: number) {
  for (const old of listExpired(listBackups(platform, owner), now)) {
    await store.remove(old.objectKey)
    dropBackup(platform, old.id)
  }
}
