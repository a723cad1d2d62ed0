import { redirect } from '@remix-run/node'
import { findDemo } from '#app/platform/demos/demos.server.ts'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import { listMeetings } from '#app/platform/meetings/meetings.server.ts'
import { findProspectSession } from '#app/platform/onboarding/sessions.server.ts'
import { findDuplicates } from '#app/platform/sales/duplicates.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import type { Prospect } from '#app/platform/sales/find.server.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { tellProspect } from '#app/platform/sales/story.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import { PLATFORM_CURRENCY } from './prospect-form.server.ts'

/** Everything the page of a prospect shows; undefined out of reach. */
export function readProspectPage(platform: PlatformDb, user: PlatformActor, id: number) {
  const prospect = findProspect(platform, user, id)
  if (!prospect) return undefined
  const reps = listReps(platform)
  const plans = listPlans(platform, PLATFORM_CURRENCY)
  const isOpen = prospect.stage !== 'won' && prospect.stage !== 'lost'
  return {
    prospect: {
      ...prospect,
      planName: plans.find((plan) => plan.id === prospect.planId)?.name ?? null,
      repName: reps.find((rep) => rep.id === prospect.repId)?.name ?? null,
    },
    duplicates: isOpen ? findDuplicates(platform, user, { ...prospect, exceptId: id }) : [],
    ...tellProspect(platform, user, id),
    isManager: isManager(user),
    onboarding: readOnboarding(platform, prospect),
    demo: findDemo(platform, user, id),
    meetings: listMeetings(platform, user, id),
    otherReps: isManager(user) ? reps.filter((rep) => rep.id !== prospect.repId) : [],
  }
}

/** Whether its company can be set up now, and where that was left. */
function readOnboarding(platform: PlatformDb, { id, stage, tenantId }: Prospect) {
  const session = findProspectSession(platform, id)
  if (session) return { sessionId: session.id }
  const isReady = tenantId === null && (stage === 'negotiating' || stage === 'won')
  return isReady ? {} : undefined
}

type Result = { ok: true } | { ok: false; reason: string }

/** Ends a write about a prospect on its page. @throws Response 404 when there is none such */
export function toProspectPage(id: number, result: Result, note: string): Response {
  if (!result.ok && result.reason === 'not_found') throw new Response(null, { status: 404 })
  const said = result.ok ? `note=${note}` : `problem=${result.reason}`
  return redirect(`/sales/prospects/${id}?${said}`, 303)
}
