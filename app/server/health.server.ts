import { Router } from 'express'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { readMigrations, schemaVersion } from '#app/tenancy/migrations.server.ts'
import type { Runtime } from './runtime.server.ts'

type Checks = {
  database: boolean
  migrations: boolean
  role: 'primary' | 'replica'
  draining: boolean
}

/** `/healthz` says the process is up, `/readyz` that it may be given work. On every host. */
export function createHealth(runtime: Runtime) {
  let isDraining = false
  const expected = readMigrations(runtime.paths.platformMigrationsDir).length
  const router = Router()

  function check(): Checks {
    const sqlite = platformSqliteOf(runtime.platform)
    return {
      database: sqlite.open && sqlite.prepare('select 1').pluck().get() === 1,
      migrations: schemaVersion(sqlite) === expected,
      role: runtime.replication.role(),
      draining: isDraining,
    }
  }

  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  router.get('/readyz', (_request, response) => {
    const checks = check()
    const isReady = checks.database && checks.migrations && !checks.draining
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not_ready', checks })
  })
  return { router, beginDrain: () => void (isDraining = true), isDraining: () => isDraining }
}
