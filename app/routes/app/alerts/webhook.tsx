import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findHook, saveHook } from '#app/platform/alerts/rules.server.ts'
import { readHook } from '#app/routes/alerts/rule-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const ADDRESS = '/admin/alerts/webhook'
const REMOVAL = `${ADDRESS}/removal`

export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'health.write')
  return { title: pageTitle(args, 'alerts.webhook'), url: findHook(platform)?.url }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user: actor, services } = requireUser(context, 'health.write')
  const read = await readHook(request)
  if (!read.ok) return data({ result: read.result }, { status: 422 })
  saveHook(platform, { actor, vault: services.vault }, read.values)
  return redirect('/admin/alerts/rules?note=saved')
}

export default function AlertWebhook() {
  const { url } = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={t('alerts.webhook')}
        description={t('alerts.webhookLead')}
        back={{ to: '/admin/alerts/rules', label: t('alerts.rules') }}
        actions={
          url && (
            <Form method="post" action={REMOVAL}>
              <SubmitButton variant="secondary" action={REMOVAL}>
                {t('alerts.webhookRemove')}
              </SubmitButton>
            </Form>
          )
        }
      />
      <FormState result={result}>
        <Form method="post" action={ADDRESS} noValidate>
          <Card
            footer={
              <>
                <LinkButton to="/admin/alerts/rules">{t('common.cancel')}</LinkButton>
                <SubmitButton action={ADDRESS}>{t('common.save')}</SubmitButton>
              </>
            }
          >
            <div className="flex flex-col gap-5">
              <FormErrorSummary />
              <Field name="url" label={t('alerts.webhookUrl')}>
                <Input type="url" defaultValue={url} autoComplete="off" />
              </Field>
              <Field
                name="secret"
                label={t('alerts.webhookSecret')}
                help={t('alerts.webhookSecretHelp')}
              >
                <Input autoComplete="off" />
              </Field>
            </div>
          </Card>
        </Form>
      </FormState>
    </Page>
  )
}
