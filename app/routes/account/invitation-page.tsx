import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { MessageKey } from '#app/i18n/translate.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { PasswordInput } from '#app/ui/password-input.tsx'
import { AccountFrame } from './account-frame.tsx'
import { DeadLink } from './forgot-page.tsx'

type Shown = {
  invited?: { email: string; name: string; role: string }
  issuer: string
  min: number
  company?: { name: string }
}

/** Behind the link of an invitation: name and password, and one is in. */
export function InvitationPage() {
  const { invited, issuer, min, company } = useLoaderData<Shown>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  if (!invited) return <DeadLink company={company} />
  const role = t(`members.role_${invited.role}` as MessageKey)
  return (
    <AccountFrame
      title={t('auth.inviteTitle', { company: issuer })}
      lead={t('auth.inviteAs', { role, email: invited.email })}
      company={company}
    >
      <FormState result={result}>
        <Form method="post" reloadDocument className="flex flex-col gap-5">
          <FormErrorSummary labels={{ name: t('auth.yourName') }} />
          <input type="email" autoComplete="username" value={invited.email} readOnly hidden />
          <Field name="name" label={t('auth.yourName')}>
            <Input autoComplete="name" defaultValue={invited.name} maxLength={80} />
          </Field>
          <Field name="password" label={t('auth.password')} help={t('auth.passwordHelp', { min })}>
            <PasswordInput autoComplete="new-password" />
          </Field>
          <SubmitButton wide size="large">
            {t('auth.inviteAccept')}
          </SubmitButton>
        </Form>
      </FormState>
    </AccountFrame>
  )
}
