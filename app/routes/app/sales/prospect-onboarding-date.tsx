import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listTimeZones } from '#app/domain/company/zones.ts'
import { planSession } from '#app/platform/onboarding/dates.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import { agreeOnDate } from '#app/routes/onboarding/date-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { PLATFORM_ZONE } from '#app/routes/prospect-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { SetupDateForm } from '#app/ui/sales-portal/setup-date-form.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** A date to set a prospect's company up together. @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const prospect = findProspect(platform, user, Number(args.params['id']))
  if (!prospect) throw new Response(null, { status: 404 })
  const { id, name, email: clientEmail } = prospect
  const start = {
    ...{ startsAt: '', minutes: 60, place: '', clientEmail, clientLanguage: 'en' },
    ...{ clientZone: PLATFORM_ZONE, zones: listTimeZones() },
  }
  return { title: pageTitle(args, 'onboarding.dateAgree'), id, name, start }
}

/** @throws Response 404 out of reach */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  if (!findProspect(platform, user, prospectId)) throw new Response(null, { status: 404 })
  const agreed = await agreeOnDate(request, (date) =>
    planSession(platform, user, { prospectId, date, at: Date.now() }),
  )
  if (!agreed.ok) return data(agreed.result, { status: 422 })
  return redirect(`/sales/onboarding/${agreed.id}?note=planned`, 303)
}

export default function ProspectOnboardingDate() {
  const { id, name, start } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('onboarding.dateTitle', { name })}
        back={{ to: `/sales/prospects/${id}`, label: t('prospects.one') }}
      />
      <SetupDateForm
        action={`/sales/prospects/${id}/onboarding-date`}
        {...{ start, result }}
        submit={t('demos.meetingSend')}
      />
    </Page>
  )
}
