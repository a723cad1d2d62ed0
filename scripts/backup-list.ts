import { z } from 'zod'
import { listBackups, PLATFORM_OWNER } from '#app/backups/catalog.server.ts'
import { runCommand } from './command/command.ts'
import { getTenant } from './command/tenant.ts'

const toTime = (at: number | null) => (at === null ? null : new Date(at).toISOString())

// The backups of one company, or of the platform's own file, the newest first.
await runCommand({ tenant: z.string().optional() }, (runtime, { tenant }) => {
  const owner = tenant ? getTenant(runtime, tenant).id : PLATFORM_OWNER
  return {
    owner,
    backups: listBackups(runtime.platform, owner).map((one) => ({
      takenAt: toTime(one.takenAt),
      bytes: one.bytes,
      verifiedAt: toTime(one.verifiedAt),
      problem: one.problem,
      objectKey: one.objectKey,
    })),
  }
})
