import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseMoney } from '#app/i18n/money.ts'
import { recordPayment } from '#app/platform/billing/manual-payments.server.ts'
import { requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

const CURRENCY = 'KES'
const methods = ['bank', 'cash', 'mpesa', 'card'] as const

const recordForm = z.object({
  slug: requiredText(60),
  method: z.enum(methods, { error: 'invalid_choice' }),
  amount: requiredText(20),
  reference: requiredText(80),
})

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireUser(args.context, 'tenants.write')
  const slug = new URL(args.request.url).searchParams.get('company')?.slice(0, 60) ?? ''
  return { title: pageTitle(args, 'billing.staff.new'), slug }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'tenants.write')
  const read = await readForm(request, recordForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const { slug, method, reference } = read.values
  const amount = parseMoney(read.values.amount, CURRENCY)
  const refuse = (errors: Record<string, string>) =>
    data(refuseForm(read.values, errors).result, { status: 422 })
  if (!amount) return refuse({ amount: 'invalid_number' })
  const recorded = recordPayment(platform, user, {
    ...{ slug: slug.toLowerCase(), method, reference, amount, at: Date.now() },
  })
  if (recorded.ok) return redirect('/admin/payments?note=recorded')
  const field = recorded.reason === 'reference_taken' ? 'reference' : 'slug'
  return refuse({ [field]: `payment_${recorded.reason}` })
}

export default function NewPayment() {
  const t = useT()
  const { slug } = useLoaderData<typeof loader>()
  const labels = {
    ...{ slug: t('billing.staff.address'), method: t('billing.how') },
    ...{ amount: t('billing.amount'), reference: t('billing.staff.reference') },
  }
  return (
    <Page width="narrow">
      <PageHeader
        title={t('billing.staff.new')}
        description={t('billing.staff.newLead')}
        back={{ to: '/admin/payments', label: t('billing.staff.title') }}
      />
      <FormState result={useActionData<FormResult>()}>
        <Form method="post" className="flex flex-col gap-5" noValidate>
          <FormErrorSummary labels={labels} />
          <Field name="slug" label={labels.slug} help={t('billing.staff.addressHelp')}>
            <Input defaultValue={slug} autoComplete="off" autoCapitalize="none" />
          </Field>
          <Field name="method" label={labels.method}>
            <Select defaultValue="bank">
              {methods.map((method) => (
                <option key={method} value={method}>
                  {t(`billing.method.${method}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="amount" label={labels.amount}>
            <Input inputMode="decimal" autoComplete="off" before={CURRENCY} />
          </Field>
          <Field name="reference" label={labels.reference} help={t('billing.staff.referenceHelp')}>
            <Input autoComplete="off" />
          </Field>
          <div className="flex gap-2">
            <SubmitButton>{t('billing.staff.record')}</SubmitButton>
            <LinkButton to="/admin/payments" variant="quiet">
              {t('common.cancel')}
            </LinkButton>
          </div>
        </Form>
      </FormState>
    </Page>
  )
}
