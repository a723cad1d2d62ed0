import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveVisibility } from '#app/domain/company/settings.server.ts'
import { checkbox } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Switch } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

const visibilityForm = z.object({ earlier: checkbox, unassigned: checkbox })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  const { agentsSeeEarlier, agentsSeeUnassigned } = getCompany(db)
  return {
    title: pageTitle(args, 'settings.visibility'),
    frame: toSettingsFrame(member, request),
    earlier: agentsSeeEarlier === 1,
    unassigned: agentsSeeUnassigned === 1,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, visibilityForm)
  if (!read.ok) return read.result
  saveVisibility(db, member, read.values)
  return redirect('/settings/visibility?saved')
}

export default function VisibilitySettings() {
  const t = useT()
  const { frame, earlier, unassigned } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="visibility" frame={frame}>
      <Form method="post" action="/settings/visibility">
        <SettingsFields mayWrite={frame.mayWrite}>
          <Section title={t('settings.visibilityTitle')} description={t('settings.visibilityLead')}>
            <Switch
              name="earlier"
              label={t('settings.seeEarlier')}
              help={t('settings.seeEarlierHelp')}
              defaultChecked={earlier}
            />
            <Switch
              name="unassigned"
              label={t('settings.seeUnassigned')}
              help={t('settings.seeUnassignedHelp')}
              defaultChecked={unassigned}
            />
          </Section>
        </SettingsFields>
      </Form>
    </SettingsPage>
  )
}
