import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  findReminderChannel,
  saveReminderChannel,
} from '#app/platform/billing/reminders/channel.server.ts'
import { settingsPage } from '#app/routes/admin/settings-page.server.ts'
import { optionalText, requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Saved } from '#app/ui/control/saved.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const ADDRESS = '/admin/settings/reminders'
const REMOVAL = `${ADDRESS}/removal`

const form = z.object({
  phoneNumberId: requiredText(30).regex(/^\d{5,30}$/, 'invalid_number'),
  accessToken: optionalText(1_000),
  template: requiredText(512).regex(/^[a-z0-9_]+$/, 'template_name'),
  language: requiredText(10).regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'template_language'),
})

export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  return {
    title: pageTitle(args, 'dunning.reminders'),
    channel: findReminderChannel(platform) ?? null,
    ...settingsPage(args),
  }
}

/** The platform's own number for reminders; the token is kept sealed and never shown again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user: actor, services } = requireUser(context, 'control.write')
  const read = await readForm(request, form)
  if (!read.ok) return data({ result: read.result }, { status: 422 })
  const next = { ...read.values, at: Date.now() }
  if (saveReminderChannel(platform, { actor, vault: services.vault }, next))
    return redirect(`${ADDRESS}?saved`)
  const { result } = refuseForm(read.values, { accessToken: 'required' })
  return data({ result }, { status: 422 })
}

export default function ReminderSettings() {
  const { channel, mayChange, wasSaved } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('dunning.reminders')}
        description={t('dunning.remindersLead')}
        back={{ to: '/admin/settings', label: t('control.settings') }}
        actions={
          channel &&
          mayChange && (
            <Form method="post" action={REMOVAL}>
              <SubmitButton variant="secondary" action={REMOVAL}>
                {t('dunning.remove')}
              </SubmitButton>
            </Form>
          )
        }
      />
      {wasSaved && <Saved />}
      <Notice tone={channel ? 'good' : 'info'}>
        {t(channel ? 'dunning.isOn' : 'dunning.isOff')}
      </Notice>
      <FormState result={useActionData<{ result?: FormResult }>()?.result}>
        <Form method="post" action={ADDRESS} noValidate>
          <Card footer={mayChange && <SubmitButton>{t('common.save')}</SubmitButton>}>
            <FormErrorSummary />
            <Fields />
          </Card>
        </Form>
      </FormState>
    </Page>
  )
}

function Fields() {
  const { channel } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <div className="flex flex-col gap-6">
      <Field name="phoneNumberId" label={t('dunning.phoneNumberId')}>
        <Input inputMode="numeric" autoComplete="off" defaultValue={channel?.phoneNumberId} />
      </Field>
      <Field
        name="accessToken"
        label={t('dunning.accessToken')}
        help={channel ? t('dunning.accessTokenKept') : undefined}
      >
        <Input type="password" autoComplete="off" />
      </Field>
      <Field name="template" label={t('dunning.template')} help={t('dunning.templateHelp')}>
        <Input autoComplete="off" defaultValue={channel?.template} />
      </Field>
      <Field name="language" label={t('dunning.templateLanguage')}>
        <Input autoComplete="off" maxLength={10} defaultValue={channel?.language ?? 'en'} />
      </Field>
    </div>
  )
}
