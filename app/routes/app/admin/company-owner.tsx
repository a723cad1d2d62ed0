import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { emailField } from '#app/routes/account/fields.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const form = z.object({ email: emailField })

export function loader(args: LoaderFunctionArgs) {
  const { company } = requireCompany(args, 'tenants.write')
  return { title: pageTitle(args, 'admin.ownerOpen'), company }
}

/** Makes another active member the owner; who was it becomes an administrator. */
export async function action(args: ActionFunctionArgs) {
  const { services, user, company } = requireCompany(args, 'tenants.write')
  const fields = await readFields(args.request)
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const { email } = parsed.values
  const moved = await services.companies.moveOwner(user, { tenantId: company.id, email })
  if (!moved.ok) return data({ result: refusal({ email: moved.reason }, fields) }, { status: 422 })
  return redirect(`/admin/companies/${company.id}?note=owner`)
}

export default function Owner() {
  const { company } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <ActionPage
      {...{ company, verb: 'owner' }}
      result={useActionData<{ result?: FormResult }>()?.result}
      title={t('admin.ownerTitle', { name: company.name })}
      lead={t('admin.ownerLead')}
      confirm={t('admin.ownerConfirm')}
    >
      <Field name="email" label={t('admin.ownerEmail')} help={t('admin.ownerEmailHelp')}>
        <Input type="email" autoComplete="off" required />
      </Field>
    </ActionPage>
  )
}
