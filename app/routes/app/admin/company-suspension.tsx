import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  SUSPENSION_REASON_LENGTH_MAX,
  suspendTenant,
} from '#app/platform/tenants/suspend.server.ts'
import { parseFields, readFields } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Textarea } from '#app/ui/input.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const form = z.object({ reason: requiredText(SUSPENSION_REASON_LENGTH_MAX) })

export function loader(args: LoaderFunctionArgs) {
  const { company } = requireCompany(args, 'tenants.write')
  return { title: pageTitle(args, 'platform.suspendTitle'), company }
}

/** Pauses a company. @throws Response 404 when there is no active one */
export async function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.write')
  const parsed = parseFields(form, await readFields(args.request))
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  if (!suspendTenant(platform, user, company.id, parsed.values.reason))
    throw new Response(null, { status: 404 })
  return redirect(`/admin/companies/${company.id}?note=suspended`)
}

export default function Suspension() {
  const { company } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <ActionPage
      {...{ company, verb: 'suspension', isDanger: true }}
      result={useActionData<{ result?: FormResult }>()?.result}
      title={t('admin.suspendTitle', { name: company.name })}
      lead={t('platform.suspendLead')}
      confirm={t('platform.suspend')}
    >
      <Field
        name="reason"
        label={t('platform.suspendReason')}
        help={t('platform.suspendReasonHelp')}
      >
        <Textarea rows={2} maxLength={300} required />
      </Field>
    </ActionPage>
  )
}
