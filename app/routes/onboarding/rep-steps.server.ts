import { isCurrency } from '#app/domain/company/currencies.ts'
import { hoursForm } from '#app/routes/hours-form.server.ts'
import type { RepStep } from '#app/domain/onboarding/steps.ts'
import type { Prospect } from '#app/platform/sales/find.server.ts'
import type { Plan } from '#app/platform/billing/plans.server.ts'
import type { Answers } from '#app/platform/onboarding/sessions.server.ts'
import type { OnboardedCompany } from '#app/server/onboarding/open-onboarded.server.ts'
import { parseHex } from '#app/ui/color.ts'
import { readRegions, toOfferedFaqs, toOfferedProducts, toPeople } from './starter-data.server.ts'
import type { StepData } from './step-data.ts'
import { catalogueForm, stepForms } from './step-forms.server.ts'
import { usualHours } from './usual-hours.ts'

const DEFAULT_COLOR = '#0f766e'

export type RepFacts = {
  answers: Answers
  prospect?: Prospect
  plans: Plan[]
  suffix: string
  language: 'en' | 'sw'
  suggestSlug: (name: string) => string
  /** of the logo as it was kept */
  logoUrl?: string
}

/** A step as it was saved, or as the prospect's own facts suggest it. */
export function readRepStep(step: RepStep, facts: RepFacts): StepData {
  const { answers, prospect, plans, suffix, language, suggestSlug, logoUrl } = facts
  const saved = answers[step] ?? {}
  const name = answers['business']?.['name'] ?? prospect?.name ?? ''
  const { industry, currency } = tradeOf(facts)
  switch (step) {
    case 'business': {
      const of = (field: string, known = '') => saved[field] ?? known
      return {
        step,
        profile: {
          ...{ name, description: of('description'), website: of('website') },
          ...{ phone: of('phone', prospect?.phone), email: of('email', prospect?.email) },
          address: of('address', prospect?.city),
        },
        region: {
          ...{ timeZone: of('timeZone', 'Africa/Nairobi'), currency: of('currency', 'KES') },
          language: of('language', 'en'),
        },
        ...readRegions(language),
      }
    }
    case 'industry':
      return { step, industry }
    case 'address':
      return { step, slug: saved['slug'] ?? suggestSlug(name), companyName: name, suffix }
    case 'hours': {
      const parsed = answers['hours'] ? hoursForm.safeParse(saved) : undefined
      return { step, hours: parsed?.data ?? usualHours }
    }
    case 'look':
      return {
        ...{ step, company: name, ...(logoUrl && { logoUrl }) },
        accentColor: parseHex(saved['accentColor'] ?? '') ?? DEFAULT_COLOR,
      }
    case 'catalogue':
      return {
        ...{ step, currency },
        products: toOfferedProducts({ industry, currency, saved: answers['catalogue'] }),
      }
    case 'assistant':
      return {
        ...{ step, agentName: saved['agentName'] ?? '', tone: saved['tone'] ?? 'friendly' },
        faqs: toOfferedFaqs(industry, answers['assistant']),
        website: saved['website'] ?? answers['business']?.['website'] ?? '',
      }
    case 'team':
      return { step, people: toPeople(saved), waitsForOwner: false }
    case 'plan':
      return {
        step,
        offer: {
          plans: plans.map(({ id, name: title, monthly, trialDays }) => ({
            ...{ id, name: title, monthly, trialDays },
          })),
          planId: saved['planId'] ?? prospect?.planId ?? plans[0]?.id ?? '',
          ownerName: saved['ownerName'] ?? prospect?.contactName ?? '',
          ownerEmail: saved['ownerEmail'] ?? prospect?.email ?? '',
        },
      }
  }
}

/** The trade and the currency so far; a currency that is none falls back to the shilling. */
export function tradeOf({ answers, prospect }: Pick<RepFacts, 'answers' | 'prospect'>) {
  const currency = answers['business']?.['currency'] ?? 'KES'
  return {
    industry: answers['industry']?.['industry'] ?? prospect?.industry ?? 'custom',
    currency: isCurrency(currency) ? currency : 'KES',
  }
}

/** The form that checks a step of a rep. */
export function repForm(step: RepStep, facts: Pick<RepFacts, 'answers' | 'prospect'>) {
  const { industry, currency } = tradeOf(facts)
  return step === 'catalogue' ? catalogueForm(industry, currency) : stepForms[step]
}

/** Without these there is no company. */
export const neededSteps = ['business', 'industry', 'address', 'plan'] as const

type Settled = Omit<OnboardedCompany, 'sessionId' | 'prospectId' | 'appOrigin'>

/** Everything as it was saved, checked once more; undefined where something needed is missing. */
export function toOnboarded(answers: Answers): Settled | undefined {
  const business = stepForms.business.safeParse(answers['business'])
  const industry = stepForms.industry.safeParse(answers['industry'])
  const address = stepForms.address.safeParse(answers['address'])
  const plan = stepForms.plan.safeParse(answers['plan'])
  if (!business.success || !industry.success || !address.success || !plan.success) return undefined
  const { currency } = business.data
  const products = catalogueForm(industry.data.industry, currency)
  return {
    ...{ profile: business.data, industry: industry.data.industry, slug: address.data.slug },
    ...plan.data,
    hours: answers['hours'] && stepForms.hours.safeParse(answers['hours']).data,
    accentColor: stepForms.look.safeParse(answers['look']).data?.accentColor,
    products: products.safeParse(answers['catalogue'] ?? {}).data ?? [],
    assistant: stepForms.assistant.safeParse(answers['assistant']).data,
    team: stepForms.team.safeParse(answers['team'] ?? {}).data ?? [],
  }
}
