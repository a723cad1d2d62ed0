import { statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import type { CopyOrder, CopyResult } from './copy.server.ts'

// A thread of its own: copying and checking a large file holds up nobody's request.
parentPort?.postMessage(copy(workerData as CopyOrder))

function copy({ source, target, isPlatform }: CopyOrder): CopyResult {
  if (source) {
    const live = openSqlite(source, { readonly: true })
    try {
      live.prepare('vacuum into ?').run(target)
    } finally {
      live.close()
    }
  }
  const made = openSqlite(target)
  try {
    const verdict = made.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`integrity_check: ${String(verdict)}`)
    if (isPlatform && source) withoutKeys(made)
    return {
      owner: isPlatform ? 'platform' : ownerOf(made),
      schemaVersion: made.pragma('user_version', { simple: true }) as number,
      tables: countRows(made),
      bytes: statSync(target).size,
    }
  } finally {
    made.close()
  }
}

/**
 * Companies' keys are kept beside the backups, one object each: erasing a company's key then makes
 * all its backups worthless, those of the platform included.
 */
function withoutKeys(platform: Sqlite): void {
  platform.pragma('secure_delete = ON')
  platform.exec(`update tenant_keys set wrapped_key = ''`)
}

function ownerOf(file: Sqlite): string {
  const owner = file.prepare(`select value from tenant_meta where key = 'tenant_id'`).pluck().get()
  return String(owner)
}

function countRows(file: Sqlite): Record<string, number> {
  const names = file
    .prepare<[], string>(
      `select name from pragma_table_list where schema = 'main' and type = 'table'
       and name not like 'sqlite_%'`,
    )
    .pluck()
    .all()
  return Object.fromEntries(
    names.map((name) => {
      const quoted = `"${name.replaceAll('"', '""')}"`
      return [name, file.prepare(`select count(*) from ${quoted}`).pluck().get() as number]
    }),
  )
}
