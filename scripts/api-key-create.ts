import { z } from 'zod'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { runCommand } from './command/command.ts'
import { operator } from './command/operator.ts'
import { inTenant } from './command/tenant.ts'

await runCommand(
  { tenant: z.string(), name: z.string().trim().min(1).max(120) },
  (runtime, options) =>
    inTenant(runtime, options.tenant, (db) =>
      inTransaction(db, () => {
        const { id, key } = createApiKey(db, options.name)
        const about = { action: 'api_key.created', subjectKind: 'api_key', subjectId: id }
        recordAudit(db, operator, { ...about, details: { name: options.name } })
        return { key }
      }),
    ),
)
