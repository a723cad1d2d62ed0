import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { OPENS_PLACEHOLDER } from '#app/domain/assignment/out-of-hours.server.ts'
import {
  getAssignmentSettings,
  listEndpointStrategies,
  saveAssignmentSettings,
} from '#app/domain/assignment/settings.server.ts'
import { assignmentForm } from '#app/routes/assignment-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { ClosedFields, LoadFields, StrategyFields } from '#app/ui/assignment/settings-fields.tsx'
import { ChannelStrategies } from '#app/ui/assignment/channel-strategies.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  return {
    title: pageTitle(args, 'assignment.settings'),
    frame: toSettingsFrame(member, request),
    settings: getAssignmentSettings(db),
    endpoints: listEndpointStrategies(db),
    place: OPENS_PLACEHOLDER,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, assignmentForm)
  if (!read.ok) return read.result
  saveAssignmentSettings(db, member, read.values)
  return redirect('/settings/assignment?saved')
}

export default function AssignmentSettings() {
  const { frame, settings, endpoints, place } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="assignment" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form method="post" action="/settings/assignment" noValidate>
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <StrategyFields settings={settings} />
            <LoadFields settings={settings} />
            <ClosedFields settings={settings} place={place} />
          </SettingsFields>
        </Form>
      </FormState>
      <ChannelStrategies
        endpoints={endpoints}
        company={settings.strategy}
        mayWrite={frame.mayWrite}
      />
    </SettingsPage>
  )
}
