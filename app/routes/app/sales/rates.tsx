import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import { listRates, saveRate } from '#app/platform/sales/rates.server.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { PLATFORM_CURRENCY, rateForm } from '#app/routes/prospect-form.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { RateFields, RateTable } from '#app/ui/sales-portal/rate-parts.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** What reps earn. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'sales.manage')
  const note = new URL(args.request.url).searchParams.get('note')
  return {
    title: pageTitle(args, 'prospects.rates'),
    rates: listRates(platform),
    reps: listReps(platform),
    plans: listPlans(platform, PLATFORM_CURRENCY).map(({ id, name }) => ({ id, name })),
    currency: PLATFORM_CURRENCY,
    isSaved: note === 'saved',
    isRemoved: note === 'removed',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.manage')
  const form = await readFormData(request)
  const read = parseForm(form, rateForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const { percent, ...rate } = read.values
  const saved = saveRate(platform, user, { ...rate, percentBp: Math.round(percent * 100) })
  if (saved.ok) return redirect('/sales/rates?note=saved')
  const field = saved.reason === 'rep_not_found' ? 'repId' : 'planId'
  return data(refuseForm(textFields(form), { [field]: saved.reason }).result, { status: 422 })
}

export default function Rates() {
  const t = useT()
  const { rates, reps, plans, currency, isSaved, isRemoved } = useLoaderData<typeof loader>()
  return (
    <SalesFrame at="commissions" isManager>
      <PageHeader
        title={t('prospects.rates')}
        description={t('prospects.ratesLead')}
        back={{ to: '/sales/commissions', label: t('prospects.commissions') }}
      />
      {(isSaved || isRemoved) && (
        <div role="status">
          <Notice tone="good">
            {t(isSaved ? 'prospects.rateSaved' : 'prospects.rateRemoved')}
          </Notice>
        </div>
      )}
      {rates.length > 0 && (
        <Card flush>
          <RateTable rates={rates} />
        </Card>
      )}
      <Card title={t('prospects.rateAdd')} description={t('prospects.rateAddLead')}>
        <FormState result={useActionData<FormResult>()}>
          <Form
            method="post"
            action="/sales/rates"
            noValidate
            className="flex max-w-2xl flex-col gap-5"
          >
            <FormErrorSummary />
            <RateFields reps={reps} plans={plans} currency={currency} />
            <div>
              <SubmitButton action="/sales/rates">{t('prospects.rateSave')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </SalesFrame>
  )
}
