import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { Refusal, runCommand } from './command/command.ts'
import { operator } from './command/operator.ts'
import { inTenant } from './command/tenant.ts'

// VACUUM INTO reads one consistent snapshot while the server goes on writing. The target lies
// outside the database folder: nothing but companies' own files belongs there.
await runCommand({ tenant: z.string(), out: z.string().min(1) }, (runtime, options) =>
  inTenant(runtime, options.tenant, (db, entry) => {
    const out = resolve(options.out)
    if (existsSync(out)) throw new Refusal('file_exists', `${options.out} exists already`)
    if (out.startsWith(`${runtime.paths.dbDir}/`)) {
      throw new Refusal('bad_target', 'Write the copy outside the database folder')
    }
    recordAudit(db, operator, { action: 'company.exported', subjectKind: 'company', subjectId: 1 })
    sqliteOf(db).prepare('vacuum into ?').run(out)
    return { tenantId: entry.id, slug: entry.slug, out }
  }),
)
