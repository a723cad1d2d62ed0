import { join } from 'node:path'
import { z } from 'zod'
import { createFolderStore } from '#app/backups/folder-store.server.ts'
import { restoreCompanies, restorePlatform } from '#app/backups/restore-all.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { backupFolderOf, platformBackupKey } from '#app/server/backups.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime, pathsOf } from '#app/server/runtime.server.ts'
import { localEnvironment } from './command/environment.ts'

// A new machine from nothing but the store and ENCRYPTION_KEY. Refuses where there is data.
const isJson = process.argv.includes('--json')
const say = (result: object) => console.log(isJson ? JSON.stringify(result) : result)
const env = localEnvironment()
const paths = pathsOf(env.DATA_DIR)
const place = {
  store: createFolderStore(backupFolderOf(env.BACKUP_DIR, paths.root)),
  workDir: join(paths.root, 'backup-work'),
}
const key = platformBackupKey(Buffer.from(z.string().parse(env.ENCRYPTION_KEY), 'base64'))

try {
  if (!(await restorePlatform(place, { path: paths.platformPath, key })))
    throw new Error('There is no backup of the platform in the store')
  const runtime = createRuntime(env, createLog('silent'))
  const result = await restoreCompanies(place, runtime)
  runtime.tenancy.closeAll()
  closePlatform(runtime.platform)
  say(result)
  if (result.failed.length > 0) process.exitCode = 1
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  console.error(isJson ? JSON.stringify({ error: { code: 'not_restored', message } }) : message)
  process.exitCode = 1
}
