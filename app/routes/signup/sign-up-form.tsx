import { Form, Link, useLoaderData } from '@remix-run/react'
import { industrySlugs } from '#app/industries/industry.ts'
import { AccountFrame } from '#app/routes/account/account-frame.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import { PasswordInput } from '#app/ui/password-input.tsx'
import { NameAndAddress } from './name-and-address.tsx'

/** Company, owner, password: everything on one screen. */
export function SignUpForm({ result }: { result?: FormResult }) {
  const t = useT()
  const labels = {
    companyName: t('auth.companyName'),
    slug: t('auth.companyAddress'),
    industry: t('auth.industry'),
    name: t('auth.yourName'),
    email: t('auth.email'),
    password: t('auth.password'),
  }
  return (
    <AccountFrame title={t('auth.signUpTitle')} lead={t('auth.signUpLead')} below={<HaveCompany />}>
      <FormState result={result}>
        <Form method="post" className="flex flex-col gap-5">
          <FormErrorSummary labels={labels} />
          <NameAndAddress />
          <Field name="industry" label={labels.industry} help={t('auth.industryHelp')}>
            <Select defaultValue="">
              <option value="" disabled>
                {t('auth.industryChoose')}
              </option>
              {industrySlugs.map((slug) => (
                <option key={slug} value={slug}>
                  {t(`auth.industry_${slug}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Owner />
          <SubmitButton wide size="large">
            {t('auth.signUp')}
          </SubmitButton>
        </Form>
      </FormState>
    </AccountFrame>
  )
}

function Owner() {
  const { min } = useLoaderData<{ min: number }>()
  const t = useT()
  return (
    <>
      <Field name="name" label={t('auth.yourName')}>
        <Input autoComplete="name" maxLength={80} />
      </Field>
      <Field name="email" label={t('auth.email')}>
        <Input type="email" autoComplete="username" />
      </Field>
      <Field name="password" label={t('auth.password')} help={t('auth.passwordHelp', { min })}>
        <PasswordInput autoComplete="new-password" />
      </Field>
    </>
  )
}

function HaveCompany() {
  const t = useT()
  return (
    <>
      {t('auth.haveCompany')}{' '}
      <Link
        to="/find-company"
        className="inline-block py-0.5 font-medium text-accent hover:underline"
      >
        {t('auth.findCompany')}
      </Link>
    </>
  )
}
