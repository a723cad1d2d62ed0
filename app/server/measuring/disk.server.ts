import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { DiskState } from '#app/platform/health/keep.server.ts'

/** Room on the disk and what the installation takes of it, bytes. Reads sizes, opens nothing. */
export async function readDisk(paths: {
  root: string
  dbDir: string
  uploadsDir: string
}): Promise<DiskState> {
  const { bavail, blocks, bsize } = await statfs(paths.root)
  return {
    ...{ free: bavail * bsize, total: blocks * bsize },
    databases: await sizeOf(paths.dbDir),
    uploads: await sizeOf(paths.uploadsDir),
  }
}

/** Files one after the other: there are thousands, and nobody waits. A vanished one is nothing. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  let bytes = 0
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined)
    bytes += found?.size ?? 0
  }
  return bytes
}
