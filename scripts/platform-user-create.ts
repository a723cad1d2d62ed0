import { z } from 'zod'
import { createPlatformUser } from '#app/platform/users/create.server.ts'
import { platformRoles } from '#app/platform/users/permissions.ts'
import { Refusal, runCommand } from './command/command.ts'
import { readPassword } from './command/password.ts'

await runCommand(
  {
    email: z.string(),
    role: z.enum(platformRoles),
    name: z.string().optional(),
    password: z.string().optional(),
    'password-stdin': z.boolean().optional(),
  },
  async (runtime, options) => {
    const password = readPassword(options.password, options['password-stdin'])
    const { email, role, name } = options
    const made = await createPlatformUser(runtime.platform, { email, password, role, name })
    if (!made.ok) throw new Refusal(made.reason, `The user was not added: ${made.reason}`)
    return { id: made.id }
  },
)
