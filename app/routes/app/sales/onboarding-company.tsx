import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { parseDemoParts } from '#app/platform/demos/demo-parts.ts'
import type { OnboardingSession } from '#app/platform/onboarding/sessions.server.ts'
import { answersOf } from '#app/platform/onboarding/sessions.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireOpenSession } from '#app/routes/onboarding/rep-page.server.ts'
import { toOnboarded } from '#app/routes/onboarding/rep-steps.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

const PROBLEMS: Record<string, string> = {
  ...{ invalid_slug: 'slug_invalid', reserved_slug: 'slug_reserved' },
  unknown_industry: 'industry_unknown',
}

function toDemo({ demoId, demoKeeps }: OnboardingSession) {
  return demoId === null ? undefined : { demoId, keeps: parseDemoParts(demoKeeps) }
}

/** Makes the company of what was settled. @throws Response 404 */
export async function action({ params, context }: ActionFunctionArgs) {
  const app = requireUser(context, 'sales.read')
  const session = requireOpenSession(app, params['id'])
  const back = `/sales/onboarding/${session.id}`
  const settled = toOnboarded(answersOf(session))
  if (!settled) return redirect(`${back}?problem=onboarding_unfinished`, 303)
  const made = await app.services.companies.openOnboarded(app.user, {
    ...settled,
    demo: toDemo(session),
    ...{ sessionId: session.id, prospectId: session.prospectId, appOrigin: app.appOrigin },
  })
  if (made.ok) return redirect(back, 303)
  return redirect(`${back}?problem=${PROBLEMS[made.reason] ?? made.reason}`, 303)
}
