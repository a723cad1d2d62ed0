import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { PasswordInput } from '#app/ui/password-input.tsx'
import { AccountFrame } from './account-frame.tsx'
import { DeadLink } from './forgot-page.tsx'

type Shown = { email?: string; min: number; company?: { name: string } }

/** Behind the link of a reset mail: a new password. */
export function ResetPage() {
  const { email, min, company } = useLoaderData<Shown>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  if (!email) return <DeadLink company={company} again />
  return (
    <AccountFrame title={t('auth.resetTitle')} lead={email} company={company}>
      <FormState result={result}>
        <Form method="post" reloadDocument className="flex flex-col gap-5">
          <FormErrorSummary />
          {/* Tells password managers whose password this is. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <Field
            name="password"
            label={t('auth.newPassword')}
            help={t('auth.passwordHelp', { min })}
          >
            <PasswordInput autoComplete="new-password" />
          </Field>
          <SubmitButton wide size="large">
            {t('auth.resetSave')}
          </SubmitButton>
        </Form>
      </FormState>
    </AccountFrame>
  )
}
