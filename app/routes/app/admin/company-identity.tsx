import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findIdentity } from '#app/platform/companies/identity.server.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { personNameField } from '#app/routes/account/fields.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { optionalText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const NAME_MAX = 80
const CITY_MAX = 80

const form = z.object({
  name: personNameField,
  city: optionalText(CITY_MAX),
  rep: z
    .string()
    .default('')
    .refine((text) => /^\d{0,9}$/.test(text), 'invalid_choice')
    .transform((text) => (text === '' ? null : Number(text))),
})

export function loader(args: LoaderFunctionArgs) {
  const { company, platform } = requireCompany(args, 'tenants.write')
  const identity = findIdentity(platform, company.id)!
  const reps = listReps(platform)
  const { repId } = identity
  // Somebody who sells no more stays named until another is chosen.
  const isListed = repId === null || reps.some(({ id }) => id === repId)
  return {
    ...{ title: pageTitle(args, 'identity.title', { name: company.name }), company, identity },
    reps: isListed ? reps : [...reps, { id: repId, name: company.repName ?? '–' }],
  }
}

export async function action(args: ActionFunctionArgs) {
  const { services, user, company } = requireCompany(args, 'tenants.write')
  const fields = await readFields(args.request)
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const { rep: repId, ...identity } = parsed.values
  const change = { ...identity, repId, tenantId: company.id }
  const saved = await services.companies.changeIdentity(user, change)
  if (!saved.ok) return data({ result: refusal({ rep: saved.reason }, fields) }, { status: 422 })
  return redirect(`/admin/companies/${company.id}?note=identity`)
}

export default function CompanyIdentity() {
  const { company, identity, reps } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <ActionPage
      {...{ company, verb: 'identity' }}
      result={useActionData<{ result?: FormResult }>()?.result}
      title={t('identity.title', { name: company.name })}
      lead={t('identity.lead')}
      confirm={t('common.save')}
    >
      <Field name="name" label={t('identity.name')} help={t('identity.nameHelp')}>
        <Input maxLength={NAME_MAX} defaultValue={identity.name} autoComplete="off" required />
      </Field>
      <Field name="city" label={t('identity.city')} help={t('identity.cityHelp')} optional>
        <Input maxLength={CITY_MAX} defaultValue={identity.city} autoComplete="off" />
      </Field>
      <Field name="rep" label={t('identity.rep')} help={t('identity.repHelp')}>
        <Select defaultValue={identity.repId === null ? '' : String(identity.repId)}>
          <option value="">{t('identity.repNone')}</option>
          {reps.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </ActionPage>
  )
}
