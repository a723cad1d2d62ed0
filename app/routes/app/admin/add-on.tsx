import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findAddOn, saveAddOn } from '#app/platform/billing/add-on-edit.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { AddOnFields } from '#app/routes/admin/add-on-fields.tsx'
import { parseAddOn } from '#app/routes/admin/add-on-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'plans.write')
  const addOn = findAddOn(platform, args.params['addOn'] ?? '')
  if (!addOn) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'extras.offers'), addOn }
}

/** Changes an add-on. @throws Response 404 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const parsed = parseAddOn(await readFields(request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const by = { kind: 'user', id: user.id, name: user.name } as const
  const change = { id: params['addOn'] ?? '', facts: parsed.values, at: Date.now() }
  if (!saveAddOn(platform, by, change)) throw new Response(null, { status: 404 })
  return redirect('/admin/add-ons?note=saved')
}

export default function AddOn() {
  const { addOn } = useLoaderData<typeof loader>()
  const t = useT()
  const result = useActionData<{ result?: FormResult }>()?.result
  return (
    <Page>
      <PageHeader
        title={addOn.name}
        description={t('extras.offerEditLead')}
        back={{ to: '/admin/add-ons', label: t('extras.offers') }}
      />
      <AddOnFields addOn={addOn} action={`/admin/add-ons/${addOn.id}`} result={result} />
    </Page>
  )
}
