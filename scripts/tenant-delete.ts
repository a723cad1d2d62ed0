import { z } from 'zod'
import { deleteTenant } from '#app/platform/tenants/delete.server.ts'
import { eraseBackupsOf } from '#app/server/backups.server.ts'
import { Refusal, runCommand } from './command/command.ts'
import { getTenant } from './command/tenant.ts'

await runCommand({ tenant: z.string(), yes: z.string() }, async (runtime, options) => {
  if (options.yes !== options.tenant) {
    throw new Refusal('not_confirmed', 'Repeat the slug with --yes to delete the company for good')
  }
  const entry = getTenant(runtime, options.tenant)
  await eraseBackupsOf(runtime, entry.id)
  await deleteTenant(runtime.platform, runtime.tenancy, entry.id)
  return { tenantId: entry.id, slug: entry.slug, deleted: true }
})
