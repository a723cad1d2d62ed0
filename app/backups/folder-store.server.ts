import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { checkKey, MissingObjectError } from './store.ts'
import type { BackupStore, StoredObject } from './store.ts'

const UNFINISHED = '.part'

/** Backups in a folder: another disk, or whatever the operator mounts there. */
export function createFolderStore(folder: string): BackupStore {
  const pathOf = (key: string) => join(folder, checkKey(key))
  return {
    put: async (key, file) => {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const unfinished = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`
      try {
        await copyFile(file, unfinished)
        await flush(unfinished)
        await rename(unfinished, path)
        await flush(dirname(path))
      } finally {
        await rm(unfinished, { force: true })
      }
    },
    fetch: async (key, toFile) => {
      try {
        await copyFile(pathOf(key), toFile)
      } catch (error) {
        if (isMissing(error)) throw new MissingObjectError(key)
        throw error
      }
    },
    list: (prefix) => listFolder(folder, prefix),
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

async function listFolder(folder: string, prefix: string): Promise<StoredObject[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (isMissing(error)) return []
      throw error
    },
  )
  const found = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(UNFINISHED))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((key) => key.startsWith(prefix))
  return Promise.all(
    found.sort().map(async (key) => {
      const { size, mtimeMs } = await stat(join(folder, key))
      return { key, bytes: size, at: Math.round(mtimeMs) }
    }),
  )
}

/** A new name is durable only when its folder is. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
