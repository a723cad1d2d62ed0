import { beauty } from './beauty.ts'
import { carDealer } from './car-dealer.ts'
import { custom } from './custom.ts'
import { ecommerce } from './ecommerce.ts'
import { education } from './education.ts'
import { financialServices } from './financial-services.ts'
import { fitness } from './fitness.ts'
import { hardware } from './hardware.ts'
import { healthcare } from './healthcare.ts'
import { hotel } from './hotel.ts'
import { law } from './law.ts'
import { medical } from './medical.ts'
import { professionalServices } from './professional-services.ts'
import { realEstate } from './real-estate.ts'
import { restaurant } from './restaurant.ts'
import { saas } from './saas.ts'
import { techShop } from './tech-shop.ts'
import { travel } from './travel.ts'
import { isIndustry } from './industry.ts'
import type { Industry, IndustrySlug } from './industry.ts'

export const industries = {
  ecommerce,
  'real-estate': realEstate,
  education,
  healthcare,
  'professional-services': professionalServices,
  restaurant,
  hotel,
  fitness,
  'financial-services': financialServices,
  travel,
  saas,
  'car-dealer': carDealer,
  beauty,
  medical,
  'tech-shop': techShop,
  law,
  hardware,
  custom,
} satisfies Record<IndustrySlug, Industry>

/** The notes of a company's trade; a slug from another version gets the general ones. */
export function industryOf(slug: string): Industry {
  return industries[isIndustry(slug) ? slug : 'custom']
}
