import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addAddOn } from '#app/platform/billing/add-on-edit.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { AddOnFields } from '#app/routes/admin/add-on-fields.tsx'
import { parseAddOn } from '#app/routes/admin/add-on-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireUser(args.context, 'plans.write')
  return { title: pageTitle(args, 'extras.offerNew') }
}

/** Adds an add-on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const parsed = parseAddOn(await readFields(request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const by = { kind: 'user', id: user.id, name: user.name } as const
  addAddOn(platform, by, { facts: parsed.values, currency: PLATFORM_CURRENCY, at: Date.now() })
  return redirect('/admin/add-ons?note=saved')
}

export default function NewAddOn() {
  const t = useT()
  const result = useActionData<{ result?: FormResult }>()?.result
  return (
    <Page>
      <PageHeader
        title={t('extras.offerNew')}
        description={t('extras.offersLead')}
        back={{ to: '/admin/add-ons', label: t('extras.offers') }}
      />
      <AddOnFields action="/admin/add-ons/new" result={result} />
    </Page>
  )
}
