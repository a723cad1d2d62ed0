import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readSettings } from '#app/platform/settings/read.server.ts'
import { saveSettingsPage, settingsPage } from '#app/routes/admin/settings-page.server.ts'
import { optionalText, wholeNumberField } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Saved } from '#app/ui/control/saved.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Textarea } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const form = z.object({
  sellerName: optionalText(120),
  sellerAddress: optionalText(400).transform((text) => text.replace(/\r\n/g, '\n')),
  sellerTaxNumber: optionalText(40),
  taxPercent: wholeNumberField(0, 50),
  trialDays: wholeNumberField(0, 90),
})

export function loader(args: LoaderFunctionArgs) {
  const { platform, services } = requireUser(args.context, 'admin.read')
  return {
    title: pageTitle(args, 'dunning.invoices'),
    ...{ settings: readSettings(platform), seller: services.seller() },
    ...settingsPage(args),
  }
}

/** What stands on invoices from now on; those that are issued stay as they are. */
export function action(args: ActionFunctionArgs) {
  return saveSettingsPage(args, form)
}

export default function BillingSettings() {
  const { wasSaved, mayChange } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('dunning.invoices')}
        description={t('dunning.invoicesLead')}
        back={{ to: '/admin/settings', label: t('control.settings') }}
      />
      {wasSaved && <Saved />}
      <FormState result={useActionData<{ result?: FormResult }>()?.result}>
        <Form method="post" action="/admin/settings/billing" noValidate>
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
  const { settings, seller } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <div className="flex flex-col gap-6">
      <Field name="sellerName" label={t('dunning.sellerName')} help={t('dunning.sellerHelp')}>
        <Input maxLength={120} defaultValue={settings.sellerName || seller.name} />
      </Field>
      <Field name="sellerAddress" label={t('dunning.sellerAddress')} optional>
        <Textarea
          rows={3}
          maxLength={400}
          defaultValue={settings.sellerAddress || seller.address.join('\n')}
        />
      </Field>
      <Field name="sellerTaxNumber" label={t('dunning.sellerTaxNumber')} optional>
        <Input maxLength={40} defaultValue={settings.sellerTaxNumber || seller.taxNumber} />
      </Field>
      <Field name="taxPercent" label={t('dunning.taxPercent')} help={t('dunning.taxPercentHelp')}>
        <Input inputMode="numeric" maxLength={2} defaultValue={String(settings.taxPercent)} />
      </Field>
      <Field name="trialDays" label={t('dunning.trialDays')} help={t('dunning.trialDaysHelp')}>
        <Input inputMode="numeric" maxLength={2} defaultValue={String(settings.trialDays)} />
      </Field>
    </div>
  )
}
