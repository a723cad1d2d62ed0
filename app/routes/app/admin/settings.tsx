import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listAuditOf } from '#app/platform/audit/list.server.ts'
import { readSettings } from '#app/platform/settings/read.server.ts'
import { SUPPORT_MINUTES } from '#app/platform/support/limits.ts'
import { AuditRows } from '#app/routes/admin/audit-rows.tsx'
import { saveSettingsPage, settingsPage } from '#app/routes/admin/settings-page.server.ts'
import { optionalText, wholeNumberField } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ControlTabs } from '#app/ui/control/control-tabs.tsx'
import { Saved } from '#app/ui/control/saved.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const form = z.object({
  signUp: z.enum(['open', 'closed'], 'invalid'),
  deletionGraceDays: wholeNumberField(1, 90),
  supportEmail: z.union([z.literal(''), z.email()], 'invalid_email'),
  supportPhone: optionalText(30)
    .transform((text) => text.replace(/[\s()-]/g, ''))
    .refine((text) => text === '' || /^\+\d{7,15}$/.test(text), 'invalid_phone'),
  supportMinutesMax: z.enum(['15', '30', '60'], 'invalid').transform((text) => Number(text) as 15),
})

export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  return {
    title: pageTitle(args, 'control.settings'),
    settings: readSettings(platform),
    changes: listAuditOf(platform, 'setting'),
    ...settingsPage(args),
  }
}

export function action(args: ActionFunctionArgs) {
  return saveSettingsPage(args, form)
}

export default function PlatformSettingsPage() {
  const { changes, wasSaved } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={t('control.title')}
        description={t('control.settingsLead')}
        actions={
          <>
            <LinkButton to="/admin/settings/billing">{t('dunning.invoices')}</LinkButton>
            <LinkButton to="/admin/settings/reminders">{t('dunning.reminders')}</LinkButton>
          </>
        }
      />
      <ControlTabs at="settings" />
      {wasSaved && <Saved />}
      <SettingsForm />
      <Card title={t('control.history')} flush>
        {changes.length === 0 ? (
          <EmptyState compact title={t('control.noHistory')} />
        ) : (
          <AuditRows rows={changes} />
        )}
      </Card>
    </Page>
  )
}

function SettingsForm() {
  const { settings, mayChange } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <FormState result={useActionData<{ result?: FormResult }>()?.result}>
      <Form method="post" action="/admin/settings" noValidate>
        <Card footer={mayChange && <SubmitButton>{t('common.save')}</SubmitButton>}>
          <div className="flex flex-col gap-6">
            <FormErrorSummary />
            <RadioGroup
              name="signUp"
              legend={t('control.signUp')}
              help={t('control.signUpHelp')}
              defaultValue={settings.signUp}
              options={[
                { value: 'open', label: t('control.signUpOpen') },
                { value: 'closed', label: t('control.signUpClosed') },
              ]}
            />
            <Field
              name="deletionGraceDays"
              label={t('control.deletionGraceDays')}
              help={t('control.deletionGraceDaysHelp')}
            >
              <Input
                inputMode="numeric"
                maxLength={2}
                defaultValue={String(settings.deletionGraceDays)}
              />
            </Field>
            <Field
              name="supportEmail"
              label={t('control.supportEmail')}
              help={t('control.supportContactHelp')}
              optional
            >
              <Input type="email" maxLength={200} defaultValue={settings.supportEmail} />
            </Field>
            <Field name="supportPhone" label={t('control.supportPhone')} optional>
              <Input type="tel" maxLength={30} defaultValue={settings.supportPhone} />
            </Field>
            <RadioGroup
              name="supportMinutesMax"
              legend={t('control.supportMinutesMax')}
              defaultValue={String(settings.supportMinutesMax)}
              options={SUPPORT_MINUTES.map((minutes) => ({
                ...{ value: String(minutes), label: t('support.minutes', { minutes }) },
              }))}
            />
          </div>
        </Card>
      </Form>
    </FormState>
  )
}
