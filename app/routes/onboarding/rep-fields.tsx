import { AddressField } from './address-field.tsx'
import { PlanChoice } from './plan-fields.tsx'
import type { StepData } from './step-data.ts'
import { StepFields } from './step-fields.tsx'

/** The steps as a rep has them: two of them only exist before there is a company. */
export function RepFields({ data }: { data: StepData }) {
  if (data.step === 'address') return <AddressField {...data} />
  if (data.step === 'plan' && data.offer) return <PlanChoice {...data.offer} />
  return <StepFields data={data} />
}
