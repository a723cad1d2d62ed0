import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { inviteMember } from '#app/domain/members/invite.server.ts'
import { mayManage, roles } from '#app/domain/members/permissions.ts'
import { emailField, typed } from '#app/routes/account/fields.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { tooMany } from '#app/routes/account/throttled.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'

const schema = z.object({
  email: emailField,
  name: typed.max(80, 'invalid').default(''),
  role: z.enum(roles, { error: 'invalid_choice' }),
})

export function loader(args: LoaderFunctionArgs) {
  const { member } = requireMember(args.context, 'members.write')
  const offered = roles.filter((role) => mayManage(member, { role, extra: [] }))
  return { title: pageTitle(args, 'members.invite'), offered }
}

/** Invites somebody by e-mail; the mail itself is a job. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, tenant, origin, services, billing } = requireMember(context, 'members.write')
  const fields = await readFields(request)
  const parsed = parseFields(schema, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  if (!billing.hasRoom(db, 'members'))
    return data({ result: refusal({ '': 'limit_members' }, fields) }, { status: 422 })
  const counted = await services.throttle.count({ 'invitation.account': tenant.id })
  if (!counted.ok) return tooMany(counted.retryAfterS, fields)
  const invited = inviteMember(db, member, { ...parsed.values, origin, language: member.language })
  if (invited.ok) return redirect('/members?note=invited')
  const field = FIELD_OF[invited.reason] ?? ''
  return data({ result: refusal({ [field]: invited.reason }, fields) }, { status: 422 })
}

const FIELD_OF: Record<string, string> = { email_taken: 'email', invalid_email: 'email' }

export default function InviteMember() {
  const { offered } = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  const options = offered.map((role) => ({
    value: role,
    label: t(`members.role_${role}`),
    help: t(`members.roleHelp_${role}`),
  }))
  return (
    <Page width="narrow">
      <PageHeader
        title={t('members.invite')}
        description={t('members.inviteLead')}
        back={{ to: '/members', label: t('members.title') }}
      />
      <FormState result={result}>
        <Form method="post" className="flex flex-col gap-5">
          <FormErrorSummary labels={{ email: t('auth.email') }} />
          <Field name="email" label={t('auth.email')}>
            <Input type="email" autoComplete="off" />
          </Field>
          <Field name="name" label={t('members.name')} help={t('members.nameHelp')} optional>
            <Input autoComplete="off" maxLength={80} />
          </Field>
          <RadioGroup
            name="role"
            legend={t('members.role')}
            look="cards"
            defaultValue="agent"
            options={options}
          />
          <div className="flex gap-2">
            <SubmitButton>{t('members.inviteSend')}</SubmitButton>
            <LinkButton to="/members" variant="quiet">
              {t('common.cancel')}
            </LinkButton>
          </div>
        </Form>
      </FormState>
    </Page>
  )
}
