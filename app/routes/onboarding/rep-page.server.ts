import { repSteps, setupSteps } from '#app/domain/onboarding/steps.ts'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { findLogoTime } from '#app/platform/onboarding/logo.server.ts'
import { listProgress } from '#app/platform/onboarding/progress.server.ts'
import { answersOf, findSession } from '#app/platform/onboarding/sessions.server.ts'
import type { OnboardingSession } from '#app/platform/onboarding/sessions.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import type { UserContext } from '#app/routes/require.server.ts'
import type { RepFacts } from './rep-steps.server.ts'
import { neededSteps } from './rep-steps.server.ts'
import { toShownSteps } from './shown-steps.ts'

/** A session within reach. @throws Response 404 */
export function requireSession(
  { platform, user }: UserContext,
  id: string | undefined,
): OnboardingSession {
  const session = findSession(platform, user, Number(id))
  if (!session) throw new Response(null, { status: 404 })
  return session
}

/** One that can still be written: there is no company yet, and nobody called it off. */
export function requireOpenSession(
  context: UserContext,
  id: string | undefined,
): OnboardingSession {
  const session = requireSession(context, id)
  if (session.tenantId !== null || session.state === 'cancelled')
    throw new Response(null, { status: 404 })
  return session
}

/** What a rep's steps are filled from. */
export function readRepFacts(context: UserContext, session: OnboardingSession): RepFacts {
  const { platform, user, services, appOrigin } = context
  const { prospectId } = session
  const prospect = prospectId === null ? undefined : findProspect(platform, user, prospectId)
  const logoAt = findLogoTime(platform, session.id)
  return {
    ...(logoAt !== undefined && { logoUrl: `/sales/onboarding/${session.id}/logo?v=${logoAt}` }),
    answers: answersOf(session),
    ...(prospect && { prospect }),
    plans: listPlans(platform, PLATFORM_CURRENCY),
    suffix: new URL(appOrigin).host.replace(/^app/, ''),
    language: user.language === 'sw' ? 'sw' : 'en',
    suggestSlug: (name) => {
      const checked = services.companies.checkAddress('', name)
      return checked.ok ? '' : (checked.suggestions[0] ?? '')
    },
  }
}

/** How far a session is, and how long each step took. */
export function readProgress({ platform }: UserContext, session: OnboardingSession) {
  const progress = listProgress(platform, session.id)
  const hasCompany = session.tenantId !== null
  const order = hasCompany ? [...new Set([...repSteps, ...setupSteps])] : repSteps
  const isSaved = (step: string) => progress.some((one) => one.step === step && !one.isSkipped)
  return {
    steps: toShownSteps(repSteps, progress),
    times: order.flatMap((step) => {
      const own = progress.find((one) => one.step === step)
      return own ? [{ step, ms: own.ms, isSkipped: own.isSkipped }] : []
    }),
    missing: neededSteps.filter((step) => !isSaved(step)),
  }
}
