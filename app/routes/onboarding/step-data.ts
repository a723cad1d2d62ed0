import type { BusinessHours } from '#app/domain/company/hours.ts'
import type { OfferedProduct } from './catalogue-fields.tsx'
import type { AssistantStart } from './assistant-fields.tsx'

export type Profile = {
  name: string
  description: string
  phone: string | null
  email: string | null
  website: string | null
  address: string | null
}

export type OfferedPlan = { id: string; name: string; monthly: number; trialDays: number }

/** What each step shows, whoever goes through it. */
export type StepData =
  | {
      step: 'business'
      profile: Profile
      region: { timeZone: string; currency: string; language: string }
      zones: string[]
      currencies: { code: string; name: string }[]
    }
  | { step: 'industry'; industry: string }
  | { step: 'address'; slug: string; companyName: string; suffix: string }
  | { step: 'hours'; hours: BusinessHours }
  | { step: 'look'; accentColor: string; company: string; logoUrl?: string }
  | { step: 'catalogue'; products: OfferedProduct[]; currency: string; importTo?: string }
  | ({ step: 'assistant' } & AssistantStart)
  | { step: 'channels'; channels: { id: number; name: string; channel: string }[] }
  | { step: 'team'; people: { email: string; role: string }[]; waitsForOwner: boolean }
  | {
      step: 'plan'
      /** a rep's client chooses; a company sees what it has */
      offer?: { plans: OfferedPlan[]; planId: string; ownerName: string; ownerEmail: string }
      planName?: string
      trialEndsAt?: number | null
    }
