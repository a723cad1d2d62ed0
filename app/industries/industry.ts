import type { LeadField } from './lead-field.ts'

/** The platform's industries; an unknown one is refused. */
export const industrySlugs = [
  ...(['ecommerce', 'real-estate', 'education', 'healthcare', 'professional-services'] as const),
  ...(['restaurant', 'hotel', 'fitness', 'financial-services', 'travel', 'saas'] as const),
  ...(['car-dealer', 'beauty', 'medical', 'tech-shop', 'law', 'hardware', 'custom'] as const),
] as const

/** What the assistant knows of a trade before a company has taught it anything. */
export type Industry = {
  /** how to be useful to this trade's customers */
  prompt: string
  /** what the assistant must never do there; each a sentence addressed to it */
  limits: readonly string[]
  /** what is worth knowing of an opportunity, in the order in which it is shown */
  leadFields: readonly LeadField[]
}

export type IndustrySlug = (typeof industrySlugs)[number]

export function isIndustry(value: string): value is IndustrySlug {
  return (industrySlugs as readonly string[]).includes(value)
}
