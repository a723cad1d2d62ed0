import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { addKnowledge } from './command/knowledge.ts'
import { Refusal, runCommand } from './command/command.ts'
import { inTenant } from './command/tenant.ts'

await runCommand(
  {
    tenant: z.string(),
    kind: z.enum(['faq', 'document', 'product']),
    file: z.string().min(1),
  },
  (runtime, options) => {
    if (!existsSync(options.file)) throw new Refusal('no_such_file', `${options.file} is not there`)
    const bytes = readFileSync(options.file)
    return inTenant(runtime, options.tenant, (db) =>
      addKnowledge(db, options.kind, { name: basename(options.file), bytes }),
    )
  },
)
