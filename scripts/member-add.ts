import { z } from 'zod'
import { createMember } from '#app/domain/members/create.server.ts'
import { roles } from '#app/domain/members/permissions.ts'
import { Refusal, runCommand } from './command/command.ts'
import { readPassword } from './command/password.ts'
import { inTenant } from './command/tenant.ts'

await runCommand(
  {
    tenant: z.string(),
    email: z.string(),
    role: z.enum(roles),
    name: z.string(),
    password: z.string().optional(),
    'password-stdin': z.boolean().optional(),
  },
  (runtime, options) => {
    const password = readPassword(options.password, options['password-stdin'])
    return inTenant(runtime, options.tenant, async (db) => {
      const { email, role, name } = options
      const made = await createMember(db, { email, password, role, name })
      if (!made.ok) throw new Refusal(made.reason, `The member was not added: ${made.reason}`)
      return { id: made.id }
    })
  },
)
