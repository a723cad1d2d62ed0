import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findSubscription } from '#app/platform/billing/subscriptions.server.ts'
import { extendTrial, TRIAL_EXTENSION_DAYS_MAX } from '#app/platform/companies/trial.server.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const form = z.object({
  days: z.coerce
    .number({ error: 'invalid_number' })
    .int('invalid_number')
    .min(1, 'trial_days')
    .max(TRIAL_EXTENSION_DAYS_MAX, 'trial_days'),
})

export function loader(args: LoaderFunctionArgs) {
  const { platform, company } = requireCompany(args, 'tenants.write')
  const subscription = findSubscription(platform, company.id)
  const isFree = subscription?.status === 'trial' && subscription.periodStart === null
  const trialEndsAt = isFree ? subscription.trialEndsAt : null
  return { title: pageTitle(args, 'admin.trialOpen'), company, trialEndsAt }
}

/** Gives a company more free days. */
export async function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.write')
  const fields = await readFields(args.request)
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const { days } = parsed.values
  const extended = extendTrial(platform, user, { tenantId: company.id, days, at: Date.now() })
  if (!extended.ok)
    return data({ result: refusal({ '': extended.reason }, fields) }, { status: 422 })
  return redirect(`/admin/companies/${company.id}/subscription?note=trial`)
}

export default function Trial() {
  const { company, trialEndsAt } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const lead =
    trialEndsAt === null ? '' : t('admin.trialLead', { day: format.dateTime(trialEndsAt) })
  return (
    <ActionPage
      {...{ company, verb: 'trial', lead }}
      result={useActionData<{ result?: FormResult }>()?.result}
      title={t('admin.trialTitle', { name: company.name })}
      confirm={t('admin.trialConfirm')}
      closed={trialEndsAt === null && <Notice tone="info">{t('errors.not_in_trial')}</Notice>}
    >
      <Field name="days" label={t('admin.trialDays')}>
        <Input type="number" inputMode="numeric" min={1} max={90} defaultValue={7} required />
      </Field>
    </ActionPage>
  )
}
