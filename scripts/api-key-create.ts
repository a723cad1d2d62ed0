import { z } from 'zod'
import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { runCommand } from './command/command.ts'
import { inTenant } from './command/tenant.ts'

await runCommand(
  { tenant: z.string(), name: z.string().trim().min(1).max(120) },
  (runtime, options) =>
    inTenant(runtime, options.tenant, (db) => ({ key: createApiKey(db, options.name).key })),
)
