import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { closingFields } from '#app/domain/closing/closing.ts'
import { getClosingSettings, saveClosingSettings } from '#app/domain/closing/settings.server.ts'
import { closingSettingsForm, REASONS_NEW } from '#app/routes/closing-settings-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/page.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  return {
    title: pageTitle(args, 'closing.settings'),
    frame: toSettingsFrame(member, request),
    settings: getClosingSettings(db),
    newReasons: REASONS_NEW,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, closingSettingsForm)
  if (!read.ok) return read.result
  saveClosingSettings(db, member, read.values)
  return redirect('/settings/closing?saved')
}

export default function ClosingSettings() {
  const t = useT()
  const { frame, settings } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="closing" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form
          key={JSON.stringify(settings)}
          method="post"
          action="/settings/closing"
          className="flex flex-col gap-6"
          noValidate
        >
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <Section title={t('closing.requiredTitle')} description={t('closing.requiredLead')}>
              {closingFields.map((field) => (
                <Checkbox
                  key={field}
                  name={`require.${field}`}
                  label={t(`closing.require.${field}`)}
                  defaultChecked={settings.required.includes(field)}
                />
              ))}
            </Section>
            <Section title={t('closing.reasonsTitle')} description={t('closing.reasonsLead')}>
              <Reasons />
            </Section>
            <Section
              title={t('closing.reopenSettings')}
              description={t('closing.reopenSettingsLead')}
            >
              <Field name="reopenHours" label={t('closing.reopenHours')}>
                <Input
                  inputMode="numeric"
                  className="max-w-24"
                  after={t('closing.hours')}
                  defaultValue={String(settings.reopenHours)}
                />
              </Field>
            </Section>
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}

function Reasons() {
  const t = useT()
  const { settings, newReasons } = useLoaderData<typeof loader>()
  return (
    <>
      {settings.lostReasons.map((reason, index) => (
        <Field
          key={reason.id}
          name={`reason.${reason.id}`}
          label={t('closing.reasonNumber', { number: index + 1 })}
        >
          <Input defaultValue={reason.name} maxLength={80} />
        </Field>
      ))}
      {Array.from({ length: newReasons }, (_, index) => (
        <Field key={index} name={`newReason.${index}`} label={t('closing.reasonNew')} optional>
          <Input maxLength={80} />
        </Field>
      ))}
    </>
  )
}
