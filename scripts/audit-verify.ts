import { z } from 'zod'
import { verifyAudit } from '#app/domain/audit/verify.server.ts'
import type { ChainBreak } from '#app/domain/audit/verify.server.ts'
import { Refusal, runCommand } from './command/command.ts'
import { inTenant } from './command/tenant.ts'

const words: Record<ChainBreak['reason'], string> = {
  altered: 'was altered after it was written',
  missing: 'does not follow the one before: an entry is missing or was exchanged',
  unchained: 'was written past the product',
}

// Exit 1 names the first entry that does not fit; `head`, kept elsewhere, also shows a cut end.
await runCommand({ tenant: z.string() }, (runtime, { tenant }) =>
  inTenant(runtime, tenant, (db) => {
    const { broken, ...check } = verifyAudit(db)
    if (broken) throw new Refusal('audit_broken', `Entry ${broken.id} ${words[broken.reason]}`)
    return { tenant, ok: true, ...check }
  }),
)
