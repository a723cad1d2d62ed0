import { z } from 'zod'
import { hashPassword } from '#app/credentials/passwords.server.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { Refusal, runCommand } from './command/command.ts'
import { readPassword } from './command/password.ts'
import { portalUrl } from './command/tenant.ts'

const reasons = {
  invalid_slug: 'A slug has 2 to 40 letters, digits and single hyphens',
  reserved_slug: 'That name is reserved',
  slug_taken: 'That name is taken',
  unknown_industry: `Known industries: ${industrySlugs.join(', ')}`,
}

await runCommand(
  {
    slug: z.string(),
    name: z.string().trim().min(1).max(120),
    industry: z.string(),
    'owner-email': z.email(),
    'owner-name': z.string().optional(),
    'owner-password': z.string().optional(),
    'password-stdin': z.boolean().optional(),
  },
  async (runtime, options) => {
    const password = readPassword(options['owner-password'], options['password-stdin'])
    const email = options['owner-email']
    const made = createCompany(runtime, {
      ...{ slug: options.slug, name: options.name, industry: options.industry },
      owner: {
        email,
        name: options['owner-name'] ?? (email.split('@')[0] as string),
        passwordHash: await hashPassword(password),
      },
      isVerified: true,
    })
    if (!made.ok) throw new Refusal(made.reason, reasons[made.reason])
    return { tenantId: made.tenantId, slug: options.slug, url: portalUrl(runtime, options.slug) }
  },
)
