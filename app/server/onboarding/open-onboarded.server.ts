import {
  askAsVisitor,
  findTestEndpoint,
  listTestMessages,
} from '#app/channels/web-chat/test-visit.server.ts'
import { writeFirstSettings } from '#app/domain/company/first-settings.server.ts'
import { toHoursJson } from '#app/domain/company/hours.ts'
import type { BusinessHours } from '#app/domain/company/hours.ts'
import type { CompanyProfile } from '#app/domain/company/settings.server.ts'
import { inviteMember } from '#app/domain/members/invite.server.ts'
import type { Role } from '#app/domain/members/permissions.ts'
import { addStarterFaqs, addStarterProducts } from '#app/domain/onboarding/starter.server.ts'
import type { ChosenFaq, ChosenProduct } from '#app/domain/onboarding/starter.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import { learnFromWebsite } from '#app/domain/websites/begin.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { eraseDemo } from '#app/platform/demos/demos.server.ts'
import type { DemoPart } from '#app/platform/demos/demo-parts.ts'
import { guideOf } from '#app/industries/guides.ts'
import { findLogo } from '#app/platform/onboarding/logo.server.ts'
import { keepNoAnswers, linkSession } from '#app/platform/onboarding/progress.server.ts'
import { winCompany } from '#app/platform/sales/hand-over.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { carryInto, readDemo } from '../demos/carry-over.server.ts'
import type { CreateCompanyResult } from '../create-company.server.ts'
import type { EndpointService } from '../endpoints.server.ts'
import { portalUrl } from '../find-company.server.ts'
import { openCompany } from '../open-company.server.ts'
import type { Runtime } from '../runtime.server.ts'

/** All that a rep and the client settled; checked already. */
export type OnboardedCompany = {
  sessionId: number
  prospectId: number | null
  /** the demo it was tried in, and what of it the company keeps */
  demo?: { demoId: string; keeps: readonly DemoPart[] }
  profile: CompanyProfile
  industry: string
  slug: string
  hours?: BusinessHours
  accentColor?: string
  products: ChosenProduct[]
  assistant?: {
    agentName: string
    tone: string
    faqs: ChosenFaq[]
    /** an address to learn from */
    website: string | null
  }
  team: { email: string; role: Role }[]
  planId: string
  ownerName: string
  ownerEmail: string
  appOrigin: string
}

/**
 * Makes the company that a rep and the client have described: its file, what they settled, the
 * invitations and a first question for its assistant. From then on it is its rep's client.
 */
export async function openOnboarded(
  runtime: Runtime,
  endpoints: EndpointService,
  actor: PlatformActor,
  onboarded: OnboardedCompany,
): Promise<CreateCompanyResult> {
  const { profile, slug, industry, ownerName, ownerEmail, planId, appOrigin } = onboarded
  const { name } = profile
  const language = profile.language === 'sw' ? 'sw' : 'en'
  const carried = onboarded.demo && (await readDemo(runtime, onboarded.demo))
  const made = await openCompany(runtime, actor, {
    ...{ name, slug, industry, ownerName, ownerEmail, planId, language, appOrigin },
  })
  if (!made.ok) return made
  const { tenantId, dataKey } = made
  const at = Date.now()
  const session = { id: onboarded.sessionId }
  linkSession(runtime.platform, session, { tenantId, name, at })
  if (onboarded.prospectId !== null)
    winCompany(runtime.platform, actor, { id: onboarded.prospectId, tenantId, reason: slug })
  await runtime.tenancy.withTenant({ id: tenantId, dataKey }, async (db) => {
    const logo = await storeLogo(runtime.platform, db, session.id)
    fill(db, actor, { ...onboarded, logoFileId: logo })
    const settled = { hasColor: onboarded.accentColor !== undefined, hasLogo: logo !== undefined }
    if (carried) await carryInto(db, byOf(actor), { carried, ...settled })
    ask(db, endpoints, industry)
  })
  keepNoAnswers(runtime.platform, session)
  if (onboarded.demo) eraseDemo(runtime.platform, onboarded.demo.demoId, Date.now())
  return made
}

const byOf = ({ id, name }: PlatformActor) => ({ kind: 'platform', id, name }) as const

/** @returns the file that the company's logo is now; undefined where none was given */
async function storeLogo(
  platform: PlatformDb,
  db: TenantDb,
  sessionId: number,
): Promise<number | undefined> {
  const logo = findLogo(platform, sessionId)
  const put = logo && (await putFile(db, { ...logo, purpose: 'logo' }))
  return put?.ok ? put.fileId : undefined
}

function fill(
  db: TenantDb,
  actor: PlatformActor,
  onboarded: OnboardedCompany & { logoFileId: number | undefined },
): void {
  const { profile, hours, accentColor, assistant, products, team, appOrigin, slug } = onboarded
  const { logoFileId } = onboarded
  writeFirstSettings(db, byOf(actor), {
    ...profile,
    ...(hours && { hoursJson: toHoursJson(hours) }),
    ...(accentColor && { accentColor }),
    ...(logoFileId !== undefined && { logoFileId }),
    ...(assistant && { aiAgentName: assistant.agentName, aiTone: assistant.tone }),
  })
  addStarterProducts(db, profile.currency, products)
  addStarterFaqs(db, assistant?.faqs ?? [])
  if (assistant?.website) learnFromWebsite(db, { startUrl: assistant.website, memberId: 1 })
  const owner = { id: 1, role: 'owner', extra: [], name: onboarded.ownerName } as const
  const origin = portalUrl(appOrigin, slug)
  for (const { email, role } of team)
    inviteMember(db, owner, { email, role, name: '', origin, language: profile.language })
}

/** The first conversation: a question of the trade through the company's own web chat. */
function ask(db: TenantDb, endpoints: EndpointService, industry: string): void {
  const added = endpoints.add(db, { channel: 'web-chat', settings: { allowedOrigins: [] } })
  const [question] = guideOf(industry).questions
  if (added.ok && question) askAsVisitor(db, added.endpoint.id, { text: question })
}

/** The first question and its answer, which the rep and the client look at together. */
export function readFirstAnswer(
  runtime: Pick<Runtime, 'directory' | 'tenancy'>,
  tenantId: string,
): Promise<{ question: string; answer: string | null } | undefined> {
  const entry = runtime.directory.findById(tenantId)
  if (!entry) return Promise.resolve(undefined)
  return runtime.tenancy.withTenant(entry, (db) => {
    const endpointId = findTestEndpoint(db)
    const said = endpointId === undefined ? [] : listTestMessages(db, endpointId)
    const question = said[0]?.text
    if (!question) return undefined
    // Only what follows the first question: what the company tries later is its own.
    return { question, answer: said[1]?.by === 'ai' ? said[1].text : null }
  })
}
