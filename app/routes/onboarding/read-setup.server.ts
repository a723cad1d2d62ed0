import { findProductBySku } from '#app/domain/catalog/products.server.ts'
import { parseHours, hasHours } from '#app/domain/company/hours.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import { listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { listWebsites } from '#app/domain/websites/websites.server.ts'
import type { SetupStep } from '#app/domain/onboarding/steps.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import { readRegions, toOfferedFaqs, toOfferedProducts, toPeople } from './starter-data.server.ts'
import type { StepData } from './step-data.ts'
import { usualHours } from './usual-hours.ts'

/** The address exists since the company does. */
type SetupData = Exclude<StepData, { step: 'address' }>

/** A step as the company's own file has it by now. */
export function readSetupStep(context: MemberContext, step: SetupStep): SetupData {
  const { db, member, billing } = context
  const company = getCompany(db)
  switch (step) {
    case 'business': {
      const { name, description, phone, email, website, address } = company
      const { timeZone, currency, language } = company
      return {
        ...{ step, profile: { name, description, phone, email, website, address } },
        ...{ region: { timeZone, currency, language }, ...readRegions(member.language) },
      }
    }
    case 'industry':
      return { step, industry: company.industry }
    case 'hours': {
      const hours = parseHours(company.hoursJson)
      return { step, hours: hasHours(hours) ? hours : usualHours }
    }
    case 'look': {
      const { accentColor, name, logoFileId } = company
      const logoUrl = logoFileId ? `/logo?v=${logoFileId}` : undefined
      return { step, accentColor, company: name, ...(logoUrl && { logoUrl }) }
    }
    case 'catalogue':
      return readCatalogue(context)
    case 'assistant': {
      const hasFaqs = listFaqs(db).items.length > 0
      const offered = toOfferedFaqs(company.industry)
      // Once there are some they are changed where all of them are.
      const faqs = hasFaqs ? offered.map(() => ({ question: '', answer: '' })) : offered
      const hasSites = listWebsites(db).length > 0
      return {
        ...{ step, agentName: company.aiAgentName, tone: company.aiTone, faqs, hasSites },
        website: hasSites ? '' : (company.website ?? ''),
      }
    }
    case 'channels': {
      const channels = listEndpoints(db).map(({ id, name, channel }) => ({ id, name, channel }))
      return { step, channels }
    }
    case 'team':
      return { step, people: toPeople(), waitsForOwner: company.ownerVerifiedAt === null }
    case 'plan': {
      const standing = billing.standing()
      return {
        step,
        ...(standing && { planName: standing.plan.name, trialEndsAt: standing.trialEndsAt }),
      }
    }
  }
}

function readCatalogue({ db }: MemberContext): SetupData {
  const { industry, currency } = getCompany(db)
  const isThere = (number: number) =>
    findProductBySku(db, `START-${String(number).padStart(2, '0')}`) !== undefined
  return {
    ...{ step: 'catalogue', currency, importTo: '/knowledge/import?kind=product' },
    products: toOfferedProducts({ industry, currency, isThere }),
  }
}
