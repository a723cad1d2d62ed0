import { Link } from '@remix-run/react'
import { AuthLayout } from '#app/ui/auth-layout.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useI18n, useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { PasswordInput } from '#app/ui/password-input.tsx'
import { LanguageSwitch } from '#app/ui/preferences.tsx'

export function SignInPage({ failed, company }: { failed?: boolean; company?: string }) {
  const t = useT()
  const { language } = useI18n()
  const result = failed
    ? { errors: { '': 'wrong_credentials' }, values: { email: 'wanjiru@savanna.example' } }
    : undefined
  return (
    <AuthLayout
      title={company ? t('auth.signInTitle') : t('auth.signInPlatform')}
      lead={t('auth.signInLead')}
      company={company ? { name: company } : undefined}
      preferences={<LanguageSwitch action="/preferences" language={language} />}
      below={
        <>
          {t('auth.noCompany')}{' '}
          <Link to="/signup" className="font-medium text-accent hover:underline">
            {t('auth.createCompany')}
          </Link>
        </>
      }
    >
      <FormState result={result}>
        <form className="flex flex-col gap-5">
          <FormErrorSummary />
          <Field name="email" label={t('auth.email')}>
            <Input type="email" autoComplete="username" />
          </Field>
          <Field
            name="password"
            label={t('auth.password')}
            aside={
              <Link to="/forgot" className="text-accent hover:underline">
                {t('auth.forgot')}
              </Link>
            }
          >
            <PasswordInput autoComplete="current-password" />
          </Field>
          <Checkbox name="remember" label="Stay signed in on this device" defaultChecked />
          <SubmitButton wide size="large">
            {t('auth.signIn')}
          </SubmitButton>
        </form>
      </FormState>
    </AuthLayout>
  )
}
