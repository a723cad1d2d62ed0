import type { RepStep } from '#app/domain/onboarding/steps.ts'
import type { Logo } from '#app/platform/onboarding/logo.server.ts'
import type { OnboardingSession } from '#app/platform/onboarding/sessions.server.ts'
import { parseForm, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import type { UserContext } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { readLogo } from './logo-upload.server.ts'
import { readRepFacts } from './rep-page.server.ts'
import { repForm } from './rep-steps.server.ts'

/** One answer may be so long altogether; the largest is the assistant's. */
const FIELDS_CHARACTERS_MAX = 20_000

const SLUG_ERRORS = {
  ...{ invalid_slug: 'slug_invalid', reserved_slug: 'slug_reserved', slug_taken: 'slug_taken' },
} as const

type Checked =
  | { ok: true; fields: Record<string, string>; logo?: Logo | null }
  | { ok: false; result: FormResult }

/** Checks a step as it was posted. @returns its fields as they are kept */
export async function checkRepStep(
  context: UserContext,
  { session, step, form }: { session: OnboardingSession; step: RepStep; form: FormData },
): Promise<Checked> {
  const facts = readRepFacts(context, session)
  const fields = textFields(form)
  const read = parseForm(form, repForm(step, facts))
  if (!read.ok) return read
  if (JSON.stringify(fields).length > FIELDS_CHARACTERS_MAX)
    return refuseForm(fields, { '': { code: 'too_long', values: { max: FIELDS_CHARACTERS_MAX } } })
  if (step === 'address') {
    const slug = (fields['slug'] ?? '').trim().toLowerCase()
    const checked = context.services.companies.checkAddress(slug, session.name)
    if (!checked.ok) return refuseForm(fields, { slug: SLUG_ERRORS[checked.reason] })
  }
  const isUnknown = !facts.plans.some(({ id }) => id === fields['planId'])
  if (step === 'plan' && isUnknown) return refuseForm(fields, { planId: 'unknown_plan' })
  const chosen = step === 'look' ? await readLogo(form) : undefined
  if (chosen && !chosen.ok) return chosen
  return { ok: true, fields, ...(chosen && { logo: chosen.logo }) }
}
