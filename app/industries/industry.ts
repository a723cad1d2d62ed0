/** The platform's industries; an unknown one is refused. */
export const industrySlugs = [
  ...(['ecommerce', 'real-estate', 'education', 'healthcare', 'professional-services'] as const),
  ...(['restaurant', 'hotel', 'fitness', 'financial-services', 'travel', 'saas'] as const),
  ...(['car-dealer', 'beauty', 'medical', 'tech-shop', 'law', 'hardware', 'custom'] as const),
] as const

export type IndustrySlug = (typeof industrySlugs)[number]

export function isIndustry(value: string): value is IndustrySlug {
  return (industrySlugs as readonly string[]).includes(value)
}
