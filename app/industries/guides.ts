import { beauty } from './guides/beauty.ts'
import { carDealer } from './guides/car-dealer.ts'
import { custom } from './guides/custom.ts'
import { ecommerce } from './guides/ecommerce.ts'
import { education } from './guides/education.ts'
import { financialServices } from './guides/financial-services.ts'
import { fitness } from './guides/fitness.ts'
import { hardware } from './guides/hardware.ts'
import { healthcare } from './guides/healthcare.ts'
import { hotel } from './guides/hotel.ts'
import { law } from './guides/law.ts'
import { medical } from './guides/medical.ts'
import { professionalServices } from './guides/professional-services.ts'
import { realEstate } from './guides/real-estate.ts'
import { restaurant } from './guides/restaurant.ts'
import { saas } from './guides/saas.ts'
import { techShop } from './guides/tech-shop.ts'
import { travel } from './guides/travel.ts'
import type { Guide, Guides } from './guide.ts'
import { isIndustry } from './industry.ts'

export const guides = {
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
} satisfies Guides

/** What a company of a trade starts from; a slug from another version gets the general guide. */
export function guideOf(slug: string): Guide {
  return guides[isIndustry(slug) ? slug : 'custom']
}
