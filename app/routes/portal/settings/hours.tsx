import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listHolidays } from '#app/domain/company/holidays.server.ts'
import { parseHours } from '#app/domain/company/hours.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveHours } from '#app/domain/company/settings.server.ts'
import { hoursForm } from '#app/routes/hours-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { HolidayFields } from '#app/ui/assignment/holiday-fields.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'
import { HoursFields } from '#app/ui/settings/hours-fields.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  const { hoursJson, timeZone } = getCompany(db)
  const title = pageTitle(args, 'settings.hours')
  return {
    ...{ title, frame: toSettingsFrame(member, request), hours: parseHours(hoursJson), timeZone },
    holidays: listHolidays(db),
    isRefused: new URL(request.url).searchParams.get('problem') === 'holiday',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, hoursForm)
  if (!read.ok) return read.result
  saveHours(db, member, read.values)
  return redirect('/settings/hours?saved')
}

export default function HoursSettings() {
  const t = useT()
  const { frame, hours, timeZone, holidays, isRefused } = useLoaderData<typeof loader>()
  const zone = timeZone.replaceAll('_', ' ')
  return (
    <SettingsPage at="hours" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form method="post" action="/settings/hours" className="flex flex-col gap-6" noValidate>
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <Section
              title={t('settings.hoursTitle')}
              description={t('settings.hoursLead', { zone })}
            >
              <HoursFields hours={hours} />
            </Section>
          </SettingsFields>
        </Form>
      </FormState>
      <HolidayFields holidays={holidays} mayWrite={frame.mayWrite} isRefused={isRefused} />
    </SettingsPage>
  )
}
