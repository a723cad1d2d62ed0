import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { translator } from '#app/i18n/catalogue.server.ts'
import { planMeeting } from '#app/platform/meetings/meetings.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import { meetingForm } from '#app/routes/meeting-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { MeetingForm } from '#app/ui/sales-portal/meeting-parts.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Agrees on a demo with a prospect. @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const prospect = findProspect(platform, user, Number(args.params['id']))
  if (!prospect) throw new Response(null, { status: 404 })
  const { id, name, email: attendees } = prospect
  const start = { startsAt: '', minutes: 45, place: '', attendees, note: '' }
  return { title: pageTitle(args, 'demos.meetingPlan'), id, name, start }
}

/** @throws Response 404 out of reach */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  if (!findProspect(platform, user, prospectId)) throw new Response(null, { status: 404 })
  const form = await readFormData(request)
  const read = parseForm(form, meetingForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const nextAction = translator(user.language)('demos.meetingAction')
  const written = { prospectId, facts: read.values, at: Date.now(), nextAction }
  const planned = planMeeting(platform, user, written)
  if (!planned.ok && planned.reason === 'meeting_past') {
    const { result } = refuseForm(textFields(form), { startsAt: planned.reason })
    return data(result, { status: 422 })
  }
  return toProspectPage(prospectId, planned, 'meeting_planned')
}

export default function ProspectMeetings() {
  const { id, name, start } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('demos.meetingTitle', { name })}
        back={{ to: `/sales/prospects/${id}`, label: t('prospects.one') }}
      />
      <MeetingForm
        action={`/sales/prospects/${id}/meetings`}
        {...{ start, result }}
        submit={t('demos.meetingSend')}
      />
    </Page>
  )
}
