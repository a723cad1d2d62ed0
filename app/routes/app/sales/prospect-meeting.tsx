import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { findMeeting, moveMeeting } from '#app/platform/meetings/meetings.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import { meetingForm } from '#app/routes/meeting-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { PLATFORM_ZONE } from '#app/routes/prospect-form.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { UserContext } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { CallOff, MeetingForm } from '#app/ui/sales-portal/meeting-parts.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** A demo to come, to be moved or called off. @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const context = requireUser(args.context, 'sales.read')
  const { prospectId, name, meeting } = requireMeeting(context, args.params)
  const { id, startsAt, minutes, place, attendees, note } = meeting
  const start = {
    ...{ startsAt: toWallTime(startsAt, PLATFORM_ZONE), minutes, place, note },
    attendees: attendees.join('\n'),
  }
  return { title: pageTitle(args, 'demos.meetingChangeThis'), prospectId, name, id, start }
}

/** @throws Response 404 out of reach */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const app = requireUser(context, 'sales.read')
  const { prospectId, meeting } = requireMeeting(app, params)
  const form = await readFormData(request)
  const read = parseForm(form, meetingForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const nextAction = translator(app.user.language)('demos.meetingAction')
  const moved = moveMeeting(app.platform, app.user, {
    ...{ id: meeting.id, prospectId, facts: read.values, at: Date.now(), nextAction },
  })
  if (!moved.ok && moved.reason === 'meeting_past') {
    const { result } = refuseForm(textFields(form), { startsAt: moved.reason })
    return data(result, { status: 422 })
  }
  return toProspectPage(prospectId, moved, 'meeting_moved')
}

/** @throws Response 404 */
function requireMeeting({ platform, user }: UserContext, params: Partial<Record<string, string>>) {
  const prospectId = Number(params['id'])
  const id = Number(params['meetingid'])
  const name = findProspect(platform, user, prospectId)?.name
  const meeting = findMeeting(platform, user, { prospectId, id })
  if (name === undefined || !meeting) throw new Response(null, { status: 404 })
  return { prospectId, name, meeting }
}

export default function ProspectMeeting() {
  const { prospectId, id, name, start } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const t = useT()
  const address = `/sales/prospects/${prospectId}/meetings/${id}`
  return (
    <Page width="narrow">
      <PageHeader
        title={t('demos.meetingTitle', { name })}
        back={{ to: `/sales/prospects/${prospectId}`, label: t('prospects.one') }}
        actions={<CallOff action={`${address}/cancellation`} />}
      />
      <MeetingForm action={address} {...{ start, result }} submit={t('demos.meetingMove')} />
    </Page>
  )
}
