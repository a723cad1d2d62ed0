import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { PasswordInput } from '#app/ui/password-input.tsx'
import type { passwordLoader } from './password.server.ts'

/** A new password, for which the old one is asked. */
export function PasswordPage() {
  const { email, min } = useLoaderData<typeof passwordLoader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('auth.changePassword')}
        description={t('auth.passwordLead')}
        back={{ to: '/profile', label: t('common.profile') }}
      />
      <FormState result={result}>
        <Form method="post" className="flex max-w-sm flex-col gap-5">
          <FormErrorSummary />
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <Field name="currentPassword" label={t('auth.currentPassword')}>
            <PasswordInput autoComplete="current-password" />
          </Field>
          <Field
            name="newPassword"
            label={t('auth.newPassword')}
            help={t('auth.passwordHelp', { min })}
          >
            <PasswordInput autoComplete="new-password" />
          </Field>
          <div className="flex gap-2">
            <SubmitButton>{t('common.save')}</SubmitButton>
            <LinkButton to="/profile" variant="quiet">
              {t('common.cancel')}
            </LinkButton>
          </div>
        </Form>
      </FormState>
    </Page>
  )
}
