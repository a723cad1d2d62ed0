import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { clockKinds } from '#app/domain/sla/clock-kinds.ts'
import { saveSlaSettings, suggestSlaSettings } from '#app/domain/sla/settings.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { slaForm } from '#app/routes/sla-form.server.ts'
import { Switch } from '#app/ui/choice.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { TargetFields } from '#app/ui/settings/target-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  return {
    title: pageTitle(args, 'sla.settings'),
    frame: toSettingsFrame(member, request),
    settings: suggestSlaSettings(db),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, slaForm)
  if (!read.ok) return read.result
  saveSlaSettings(db, member, read.values)
  return redirect('/settings/sla?saved')
}

export default function SlaSettings() {
  const t = useT()
  const { frame, settings } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="sla" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form method="post" action="/settings/sla" className="flex flex-col gap-6" noValidate>
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <Section title={t('sla.settingsTitle')} description={t('sla.settingsLead')}>
              <Switch
                name="enabled"
                label={t('sla.enabled')}
                help={t('sla.enabledHelp')}
                defaultChecked={settings.isOn}
              />
              <TargetFields kinds={clockKinds} targets={settings.targets} />
              <p className="text-small text-faint">{t('sla.pauses')}</p>
              <Switch
                name="aiReplies"
                label={t('sla.aiReplies')}
                help={t('sla.aiRepliesHelp')}
                defaultChecked={settings.aiReplies}
              />
            </Section>
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}
