import { isIndustry } from '#app/industries/industry.ts'
import type { IndustrySlug } from '#app/industries/industry.ts'

/** A trade from an address. @throws Response 404 when there is none such */
export function requireIndustry(slug: string | undefined): IndustrySlug {
  if (slug === undefined || !isIndustry(slug)) throw new Response(null, { status: 404 })
  return slug
}
