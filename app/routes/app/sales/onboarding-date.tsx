import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { listTimeZones } from '#app/domain/company/zones.ts'
import { moveSession } from '#app/platform/onboarding/dates.server.ts'
import { answersOf } from '#app/platform/onboarding/sessions.server.ts'
import type { OnboardingSession } from '#app/platform/onboarding/sessions.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import { agreeOnDate } from '#app/routes/onboarding/date-form.server.ts'
import { requireOpenSession } from '#app/routes/onboarding/rep-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { PLATFORM_ZONE } from '#app/routes/prospect-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { UserContext } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { SetupDateForm } from '#app/ui/sales-portal/setup-date-form.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Another date for setting up together, or its first. @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const context = requireUser(args.context, 'sales.read')
  const session = requireOpenSession(context, args.params['id'])
  const { id, name } = session
  return {
    title: pageTitle(args, 'onboarding.dateMove'),
    id,
    name,
    start: toStart(context, session),
  }
}

/** @throws Response 404 out of reach */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const app = requireUser(context, 'sales.read')
  const { id } = requireOpenSession(app, params['id'])
  const agreed = await agreeOnDate(request, (date) =>
    moveSession(app.platform, app.user, { id, date, at: Date.now() }),
  )
  if (!agreed.ok) return data(agreed.result, { status: 422 })
  return redirect(`/sales/onboarding/${id}?note=moved`, 303)
}

/** As it was agreed on; before the first time as the client said in the wizard, or as known. */
function toStart({ platform, user }: UserContext, session: OnboardingSession) {
  const { scheduledAt, minutes, place, prospectId, sequence } = session
  const zones = listTimeZones()
  const about = {
    ...{ startsAt: scheduledAt === null ? '' : toWallTime(scheduledAt, PLATFORM_ZONE) },
    ...{ minutes, place, zones },
  }
  const { clientEmail, clientLanguage, clientZone } = session
  if (sequence > 0) return { ...about, clientEmail, clientLanguage, clientZone }
  const prospect = prospectId === null ? undefined : findProspect(platform, user, prospectId)
  const said = answersOf(session)['business'] ?? {}
  return {
    ...{ ...about, clientEmail: said['email'] || (prospect?.email ?? '') },
    ...{ clientLanguage: said['language'] ?? clientLanguage },
    clientZone: said['timeZone'] ?? clientZone,
  }
}

export default function OnboardingDate() {
  const { id, name, start } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('onboarding.dateTitle', { name })}
        back={{ to: `/sales/onboarding/${id}`, label: t('onboarding.overview') }}
      />
      <SetupDateForm
        action={`/sales/onboarding/${id}/date`}
        {...{ start, result }}
        submit={t('demos.meetingMove')}
      />
    </Page>
  )
}
