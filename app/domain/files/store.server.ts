import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { uploadsFolderOf } from '#app/tenancy/tenant-db.server.ts'
import { toAuthorId } from '#app/domain/members/author.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { cleanFileName } from './file-name.ts'
import { sniffMimeType } from './sniff.server.ts'
import { files } from './schema.server.ts'

export type FileRow = typeof files.$inferSelect
export type FilePurpose = FileRow['purpose']

const MB = 1024 * 1024
/** The largest file a vendor takes is WhatsApp's document. */
const BYTES_MAX: Record<FilePurpose, number> = {
  message: 100 * MB,
  document: 20 * MB,
  product: 5 * MB,
  ...{ logo: 2 * MB, avatar: 2 * MB },
}
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])
const IMAGE_ONLY = new Set<FilePurpose>(['product', 'logo', 'avatar'])

export type NewFile = {
  name: string
  bytes: Buffer
  purpose: FilePurpose
  memberId?: number | null
  isVoice?: boolean
  durationMs?: number
  /** whether the plan stores it; what customers send is kept without asking */
  fits?: FitsStorage
}

/** Whether a file of so many bytes may still be kept. */
export type FitsStorage = (byteSize: number) => boolean

export type PutFileResult =
  | { ok: true; fileId: number; mimeType: string; byteSize: number; sha256: string }
  | { ok: false; reason: 'file_empty' | 'file_too_large' | 'file_type' | 'limit_storageMb' }

/**
 * Keeps a file below the company's own folder under a random name. What it is comes from its
 * bytes, never from its name or from what the sender says. The row is written only after the
 * bytes are on the disk for good.
 */
export async function putFile(db: TenantDb, file: NewFile): Promise<PutFileResult> {
  const { bytes, purpose } = file
  const checked = await checkFile(file)
  if (!checked.ok) return checked
  if (file.fits && !file.fits(bytes.length)) return { ok: false, reason: 'limit_storageMb' }
  const { mimeType } = checked
  const storageKey = randomBytes(20).toString('hex')
  await writeDurably(pathOf(db, storageKey), bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = db
    .insert(files)
    .values({
      ...{ storageKey, name: cleanFileName(file.name, mimeType), mimeType, sha256, purpose },
      ...{ byteSize: bytes.length, createdByMemberId: toAuthorId(file.memberId) },
      ...{ isVoice: file.isVoice ? 1 : 0, durationMs: file.durationMs ?? null },
      createdAt: Date.now(),
    })
    .returning({ id: files.id })
    .get()
  return { ok: true, fileId: row.id, mimeType, byteSize: bytes.length, sha256 }
}

/** Whether a file may be kept for this purpose, and what it is by its bytes. */
export async function checkFile(
  file: Pick<NewFile, 'name' | 'bytes' | 'purpose'>,
): Promise<
  | { ok: true; mimeType: string }
  | { ok: false; reason: 'file_empty' | 'file_too_large' | 'file_type' }
> {
  const { name, bytes, purpose } = file
  if (bytes.length === 0) return { ok: false, reason: 'file_empty' }
  if (bytes.length > BYTES_MAX[purpose]) return { ok: false, reason: 'file_too_large' }
  const mimeType = await sniffMimeType(bytes, name)
  if (IMAGE_ONLY.has(purpose) && !IMAGES.has(mimeType)) return { ok: false, reason: 'file_type' }
  return { ok: true, mimeType }
}

export function findFile(db: TenantDb, fileId: number): FileRow | undefined {
  return db.select().from(files).where(eq(files.id, fileId)).get()
}

/** The row and where its bytes are. Whether the asker may see it is the caller's question. */
export function openFile(
  db: TenantDb,
  fileId: number,
): { file: FileRow; path: string } | undefined {
  const file = findFile(db, fileId)
  return file && { file, path: pathOf(db, file.storageKey) }
}

/** Forgets a file and removes its bytes. Rows that point at it must be gone. */
export async function removeFile(db: TenantDb, fileId: number): Promise<void> {
  const file = findFile(db, fileId)
  if (!file) return
  db.delete(files).where(eq(files.id, fileId)).run()
  await rm(pathOf(db, file.storageKey), { force: true })
}

/** The first two letters spread files over folders: a flat one grows slow. */
function pathOf(db: TenantDb, storageKey: string): string {
  return join(uploadsFolderOf(db), storageKey.slice(0, 2), storageKey)
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const partial = `${path}.part`
  const handle = await open(partial, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(partial, path)
  const folderHandle = await open(folder, 'r')
  await folderHandle.sync().finally(() => folderHandle.close())
}
