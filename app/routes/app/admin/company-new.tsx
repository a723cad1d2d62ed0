import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { industrySlugs } from '#app/industries/industry.ts'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { emailField, languageField, needed, personNameField } from '#app/routes/account/fields.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { NewCompanyForm } from '#app/routes/admin/new-company-form.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const schema = z.object({
  ...{ name: personNameField, ownerName: personNameField, ownerEmail: emailField },
  slug: needed.transform((value) => value.trim().toLowerCase()),
  industry: z.enum(industrySlugs, { error: 'industry_unknown' }),
  ...{ planId: needed, language: languageField },
})

/** The domain's reasons → the field they are about and the sentence they get. */
const REASONS = {
  invalid_slug: { slug: 'slug_invalid' },
  reserved_slug: { slug: 'slug_reserved' },
  slug_taken: { slug: 'slug_taken' },
  unknown_industry: { industry: 'industry_unknown' },
} as const

export function loader(args: LoaderFunctionArgs) {
  const { platform, appOrigin } = requireUser(args.context, 'tenants.write')
  return {
    title: pageTitle(args, 'admin.newCompany'),
    plans: listPlans(platform, PLATFORM_CURRENCY),
    suffix: new URL(appOrigin).host.replace(/^app/, ''),
  }
}

/** Makes the company; its owner gets an invitation by mail. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, services, user, appOrigin } = requireUser(context, 'tenants.write')
  const fields = await readFields(request)
  const parsed = parseFields(schema, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const { planId } = parsed.values
  if (!listPlans(platform, PLATFORM_CURRENCY).some(({ id }) => id === planId))
    return data({ result: refusal({ planId: 'unknown_plan' }, fields) }, { status: 422 })
  const made = await services.companies.open(user, { ...parsed.values, appOrigin })
  if (!made.ok) return data({ result: refusal(REASONS[made.reason], fields) }, { status: 422 })
  return redirect(`/admin/companies/${made.tenantId}?note=created`)
}

export default function NewCompany() {
  const { plans, suffix } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('admin.newCompany')}
        description={t('admin.newCompanyLead')}
        back={{ to: '/admin/companies', label: t('platform.companies') }}
      />
      <NewCompanyForm
        plans={plans}
        suffix={suffix}
        result={useActionData<{ result?: FormResult }>()?.result}
      />
    </Page>
  )
}
