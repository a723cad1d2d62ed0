import { z } from 'zod'
import { compareReports, rebuildReports } from '#app/domain/analytics/recount.server.ts'
import { runCommand } from './command/command.ts'
import { inTenant } from './command/tenant.ts'

// With --compare nothing is written: what reports show is held against a count from the facts.
await runCommand(
  { tenant: z.string(), compare: z.boolean().optional() },
  (runtime, { tenant, compare }) =>
    inTenant(runtime, tenant, async (db) => {
      const rebuilt = compare ? {} : await rebuildReports(db)
      const result = compareReports(db)
      if (result.differing > 0) process.exitCode = 1
      return { ...rebuilt, ...result, isEqual: result.differing === 0 }
    }),
)
