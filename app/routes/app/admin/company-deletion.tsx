import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readSettings } from '#app/platform/settings/read.server.ts'
import { askDeletion } from '#app/platform/tenants/leave.server.ts'
import { readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { company, platform } = requireCompany(args, 'tenants.write')
  const days = readSettings(platform).deletionGraceDays
  return { title: pageTitle(args, 'admin.deleteOpen'), company, days }
}

/** Marks a company for deletion; its address must be typed. @throws Response 404 when it leaves already */
export async function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.write')
  const fields = await readFields(args.request)
  if ((fields['slug'] ?? '').trim().toLowerCase() !== company.slug)
    return data({ result: refusal({ slug: 'slug_differs' }, fields) }, { status: 422 })
  const asked = askDeletion(platform, user, { tenantId: company.id, at: Date.now() })
  if (!asked) throw new Response(null, { status: 404 })
  return redirect(`/admin/companies/${company.id}?note=leaving`)
}

export default function Deletion() {
  const { company, days } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <ActionPage
      {...{ company, verb: 'deletion', isDanger: true }}
      result={useActionData<{ result?: FormResult }>()?.result}
      title={t('admin.deleteTitle', { name: company.name })}
      lead={t('admin.deleteLead', { days })}
      confirm={t('admin.deleteConfirm')}
    >
      <Field name="slug" label={t('admin.deleteSlug', { slug: company.slug })}>
        <Input autoComplete="off" autoCapitalize="none" required />
      </Field>
    </ActionPage>
  )
}
