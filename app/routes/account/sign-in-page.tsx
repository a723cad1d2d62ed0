import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PasswordInput } from '#app/ui/password-input.tsx'
import { AccountFrame } from './account-frame.tsx'
import type { signInLoader } from './sign-in.server.ts'

/** Sign in, on the app host or a company's. */
export function SignInPage() {
  const { company, next, isSignedOut } = useLoaderData<typeof signInLoader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  return (
    <AccountFrame
      title={company ? t('auth.signInTitle') : t('auth.signInPlatform')}
      lead={company ? t('auth.signInLead') : t('auth.signInPlatformLead')}
      company={company}
      below={<OtherWays />}
    >
      <FormState result={result}>
        {/* A whole page load: what is signed in may speak another language. */}
        <Form method="post" reloadDocument className="flex flex-col gap-5">
          {isSignedOut && !result && <Notice tone="good">{t('auth.signedOut')}</Notice>}
          <FormErrorSummary />
          {next && <input type="hidden" name="next" value={next} />}
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
          <SubmitButton wide size="large">
            {t('auth.signIn')}
          </SubmitButton>
        </Form>
      </FormState>
    </AccountFrame>
  )
}

/** Members of companies sign in elsewhere; whoever landed on the wrong host gets there from here. */
function OtherWays() {
  const { surface, appOrigin } = useLoaderData<typeof signInLoader>()
  const t = useT()
  const link = 'inline-block py-0.5 font-medium text-accent hover:underline'
  if (surface === 'portal') {
    return (
      <>
        {t('auth.wrongCompany')}{' '}
        <a href={`${appOrigin}/find-company`} className={link}>
          {t('auth.findCompany')}
        </a>
      </>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      <p>
        {t('auth.memberHere')}{' '}
        <Link to="/find-company" className={link}>
          {t('auth.findCompany')}
        </Link>
      </p>
      <p>
        {t('auth.noCompany')}{' '}
        <Link to="/signup" className={link}>
          {t('auth.createCompany')}
        </Link>
      </p>
    </div>
  )
}
