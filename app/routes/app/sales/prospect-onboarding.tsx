import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { PLATFORM_TIME_ZONE } from '#app/platform/companies/standing.ts'
import { beginSession } from '#app/platform/onboarding/sessions.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { fromWallTime } from '#app/domain/company/wall-time.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Begins setting a prospect's company up, now or at a time to come. @throws Response 404 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  const at = Date.now()
  const typed = (await readFields(request))['at'] ?? ''
  const scheduledAt = typed === '' ? undefined : fromWallTime(typed, PLATFORM_TIME_ZONE)
  if (typed !== '' && (scheduledAt === undefined || scheduledAt <= at))
    return toProspectPage(prospectId, { ok: false, reason: 'send_at_past' }, '')
  const begun = beginSession(platform, user, { prospectId, scheduledAt, at })
  if (!begun.ok) return toProspectPage(prospectId, begun, '')
  const next = scheduledAt === undefined ? '/business' : ''
  return redirect(`/sales/onboarding/${begun.id}${next}`, 303)
}
