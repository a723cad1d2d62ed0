import { join, resolve } from 'node:path'
import { openPlatform } from '#app/platform/db.server.ts'
import { createEndpointDirectory } from '#app/platform/endpoints/directory.server.ts'
import { createMeter } from '#app/platform/health/meter.ts'
import { createDirectory } from '#app/platform/tenants/directory.server.ts'
import { createTenancy } from '#app/tenancy/open.server.ts'
import type { EnvWithSecrets } from './env.server.ts'
import { createReplication } from './litefs.server.ts'
import type { Replication } from './litefs.server.ts'
import { createLog } from './log.server.ts'
import type { Log } from './log.server.ts'

export type Runtime = ReturnType<typeof createRuntime>

/** The folders of an installation, all below DATA_DIR. `db` is the LiteFS mount in production. */
export function pathsOf(dataDir: string) {
  const root = resolve(dataDir)
  return {
    ...{ root, dbDir: join(root, 'db'), uploadsDir: join(root, 'uploads') },
    ...{ platformPath: join(root, 'db', 'platform.db'), templateDir: resolve('tenants-template') },
    ...{ tenantMigrationsDir: resolve('migrations/tenant') },
    // Each node's own, so outside what is replicated.
    logPath: join(root, 'log', 'system.db'),
    platformMigrationsDir: resolve('migrations/platform'),
  }
}

/**
 * Opens what every process needs, server and command alike: the platform and the door to companies.
 *
 * @param replication of a server that knows its role already
 */
export function createRuntime(
  env: EnvWithSecrets,
  log: Log = createLog(env.LOG_LEVEL),
  replication: Replication = replicationOf(env),
) {
  const paths = pathsOf(env.DATA_DIR)
  const platformKey = Buffer.from(env.ENCRYPTION_KEY, 'base64')
  // For good: whoever's role changes begins anew, and no file is open in the other's way.
  const role = replication.role()
  const platform = openPlatform({
    path: paths.platformPath,
    migrationsDir: paths.platformMigrationsDir,
    readonly: role === 'replica',
  })
  const tenancy = createTenancy({
    dbDir: paths.dbDir,
    uploadsDir: paths.uploadsDir,
    migrationsDir: paths.tenantMigrationsDir,
    role: () => role,
    isReplicated: replication.isReplicated,
    onMigrated: (tenant, names, tookMs) => log.info({ tenant, names, tookMs }, 'company migrated'),
  })
  return {
    ...{ env, log, paths, platform, platformKey, tenancy, replication, meter: createMeter() },
    directory: createDirectory(platform, platformKey),
    endpoints: createEndpointDirectory(platform),
  }
}

/** Nothing on a plain disk; the mount's own account of itself below LiteFS. */
export function replicationOf(env: EnvWithSecrets): Replication {
  const dir = env.LITEFS_DIR
  return createReplication(dir ? { dir, url: env.LITEFS_URL } : undefined)
}
