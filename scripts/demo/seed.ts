import { eq } from 'drizzle-orm'
import { hashPassword } from '#app/credentials/passwords.server.ts'
import { company as companies } from '#app/domain/company/schema.server.ts'
import { createMember } from '#app/domain/members/create.server.ts'
import type { Role } from '#app/domain/members/permissions.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { createPlatformUser } from '#app/platform/users/create.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import type { EnvWithSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { isLocalHost } from '#app/tenancy/host.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addKnowledge } from '../command/knowledge.ts'
import { tellBilling } from './billing.ts'
import { addCare } from './care.ts'
import { tellStories } from './conversations.ts'
import { tellProspects } from './prospects.ts'
import { writeHistory } from './history.ts'
import { addDemoEndpoints } from './endpoints.ts'
import {
  DEMO_PASSWORD,
  demoPlatformUsers,
  demoSlugs,
  readDemoCompany,
  readDemoFile,
  readStories,
} from './story.ts'
import type { DemoCompany } from './story.ts'
import { formTeam } from './team.ts'
import { addWorkday } from './workday.ts'

const documents: Record<string, string> = {
  'savanna-hotel': 'house-rules.md',
  'tembo-motors': 'buying-guide.md',
  'jua-electronics': 'warranty.txt',
}

/** Fills an empty data folder with the demo companies. `hasDemo` tells whether they are there. */
export async function seedIfEmpty(env: EnvWithSecrets): Promise<{ hasDemo: boolean }> {
  const runtime = createRuntime(env, createLog('silent'))
  try {
    const isEmpty = runtime.directory.everyTenant().next().done === true
    // Their password stands in the README: such people must not exist on a public address.
    if (isEmpty && isLocalHost(env.ROOT_DOMAIN)) {
      console.error('Creating the demo companies …')
      await seed(runtime)
    }
    return { hasDemo: demoSlugs.every((slug) => runtime.directory.findBySlug(slug)) }
  } finally {
    runtime.tenancy.closeAll()
    closePlatform(runtime.platform)
  }
}

async function seed(runtime: Runtime): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const slug of demoSlugs) await seedCompany(runtime, slug, passwordHash)
  for (const user of demoPlatformUsers) {
    await createPlatformUser(runtime.platform, { ...user, password: DEMO_PASSWORD })
  }
  tellProspects(runtime.platform)
}

async function seedCompany(runtime: Runtime, slug: string, passwordHash: string): Promise<void> {
  const demo = readDemoCompany(slug)
  const [owner, ...others] = demo.members
  if (!owner) throw new Error(`${slug} has no owner`)
  const { name, industry } = demo
  const made = createCompany(runtime, {
    ...{ slug, name, industry, isVerified: true },
    owner: { email: owner.email, name: owner.name, passwordHash },
  })
  if (!made.ok) throw new Error(`${slug}: ${made.reason}`)
  tellBilling(runtime.platform, made.tenantId, slug)
  const record = { id: made.tenantId, dataKey: made.dataKey }
  await runtime.tenancy.withTenant(record, async (db) => {
    describeCompany(db, demo)
    for (const member of others) {
      await createMember(db, { ...member, role: member.role as Role, password: DEMO_PASSWORD })
    }
    formTeam(db, demo)
    teach(db, slug)
    const endpointId = addDemoEndpoints(runtime, db, made.tenantId, demo)
    tellStories(db, endpointId, readStories(slug))
    addWorkday(db, { slug, ownerEmail: owner.email })
    addCare(db)
    await writeHistory(db, endpointId, Date.now())
  })
}

function describeCompany(db: TenantDb, demo: DemoCompany): void {
  const { description, phone, email, address, accentColor, agentName, tone } = demo
  db.update(companies)
    .set({
      ...{ description, phone, email, address, accentColor, aiAgentName: agentName, aiTone: tone },
      hoursJson: JSON.stringify(demo.hours),
    })
    .where(eq(companies.id, 1))
    .run()
}

function teach(db: TenantDb, slug: string): void {
  const document = documents[slug] as string
  addKnowledge(db, 'faq', { name: 'faqs.json', bytes: readDemoFile(slug, 'faqs.json') })
  addKnowledge(db, 'product', { name: 'products.json', bytes: readDemoFile(slug, 'products.json') })
  addKnowledge(db, 'document', { name: document, bytes: readDemoFile(slug, document) })
}
