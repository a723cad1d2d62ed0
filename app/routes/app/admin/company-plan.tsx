import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changePlan } from '#app/platform/billing/change-plan.server.ts'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import { findSubscription } from '#app/platform/billing/subscriptions.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { beginTrial } from '#app/platform/companies/trial.server.ts'
import { needed } from '#app/routes/account/fields.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const form = z.object({ plan: needed })

export function loader(args: LoaderFunctionArgs) {
  const { platform, company } = requireCompany(args, 'tenants.write')
  const subscription = findSubscription(platform, company.id)
  const plans = listPlans(platform, subscription?.currency ?? PLATFORM_CURRENCY)
  const isNew = !subscription
  const planId = subscription?.nextPlanId ?? subscription?.planId ?? plans[0]?.id
  return { title: pageTitle(args, 'admin.planOpen'), company, plans, planId, isNew }
}

/** Takes another plan; a company without a subscription begins its free days on it. */
export async function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.write')
  const fields = await readFields(args.request)
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const { plan: planId } = parsed.values
  const by = { kind: 'user', id: user.id, name: user.name } as const
  const [tenantId, at] = [company.id, Date.now()]
  const back = `/admin/companies/${tenantId}/subscription`
  if (!findSubscription(platform, tenantId)) {
    const begun = beginTrial(platform, by, { tenantId, planId, at })
    if (begun.ok) return redirect(`${back}?note=started`)
    return data({ result: refusal({ plan: begun.reason }, fields) }, { status: 422 })
  }
  const changed = changePlan(platform, { tenantId, planId, by, at })
  if (!changed.ok)
    return data({ result: refusal({ plan: changed.reason }, fields) }, { status: 422 })
  return redirect(`${back}?note=${changed.takesEffect === 'now' ? 'plan_now' : 'plan_later'}`)
}

export default function Plan() {
  const { company, plans, planId, isNew } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  return (
    <ActionPage
      {...{ company, verb: 'plan' }}
      result={useActionData<{ result?: FormResult }>()?.result}
      title={t(isNew ? 'admin.startTitle' : 'admin.planTitle', { name: company.name })}
      lead={t(isNew ? 'admin.startLead' : 'admin.planLead')}
      confirm={t(isNew ? 'admin.subscriptionStart' : 'admin.planConfirm')}
    >
      <RadioGroup
        name="plan"
        legend={t('platform.plan')}
        look="cards"
        defaultValue={planId}
        options={plans.map(({ id, name, monthly, currency, trialDays }) => ({
          ...{ value: id, label: name },
          help: t(isNew ? 'admin.planPriceTrial' : 'admin.planPrice', {
            ...{ price: format.money(monthly, currency), days: trialDays },
          }),
        }))}
      />
    </ActionPage>
  )
}
