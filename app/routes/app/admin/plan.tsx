import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findPlan } from '#app/platform/billing/plans.server.ts'
import { savePlan } from '#app/platform/companies/plan-edit.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { PlanFields } from '#app/routes/admin/plan-fields.tsx'
import { parsePlan } from '#app/routes/admin/plan-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'plans.write')
  const plan = findPlan(platform, args.params['plan'] ?? '', PLATFORM_CURRENCY)
  if (!plan) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'admin.plans'), plan }
}

/** Changes a plan. @throws Response 404 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const parsed = parsePlan(await readFields(request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const saved = savePlan(platform, user, { id: params['plan'] ?? '', facts: parsed.values })
  if (!saved.ok) throw new Response(null, { status: 404 })
  return redirect('/admin/plans?note=saved')
}

export default function Plan() {
  const { plan } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={plan.name}
        description={t('admin.planEditLead')}
        back={{ to: '/admin/plans', label: t('admin.plans') }}
      />
      <PlanFields
        plan={plan}
        action={`/admin/plans/${plan.id}`}
        result={useActionData<{ result?: FormResult }>()?.result}
        confirm={t('common.save')}
      />
    </Page>
  )
}
