import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addPlan } from '#app/platform/companies/plan-edit.server.ts'
import { readSettings } from '#app/platform/settings/read.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { PlanFields } from '#app/routes/admin/plan-fields.tsx'
import { parsePlan } from '#app/routes/admin/plan-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'plans.write')
  const { trialDays } = readSettings(platform)
  return { title: pageTitle(args, 'admin.planNew'), trialDays }
}

/** Adds a plan, on offer at once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const parsed = parsePlan(await readFields(request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  addPlan(platform, user, parsed.values)
  return redirect('/admin/plans?note=added')
}

export default function NewPlan() {
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={t('admin.planNew')}
        description={t('admin.planNewLead')}
        back={{ to: '/admin/plans', label: t('admin.plans') }}
      />
      <PlanFields
        action="/admin/plans/new"
        result={useActionData<{ result?: FormResult }>()?.result}
        trialDays={useLoaderData<typeof loader>().trialDays}
        confirm={t('admin.planAdd')}
      />
    </Page>
  )
}
