import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { AccountFrame } from './account-frame.tsx'
import { BackToSignIn } from './back-to-sign-in.tsx'

/** Asks for the e-mail a reset link should go to; the answer is the same for every address. */
export function ForgotPage() {
  const { company, minutes } = useLoaderData<{ company?: { name: string }; minutes: number }>()
  const answer = useActionData<{ result?: FormResult; sentTo?: string }>()
  const t = useT()
  if (answer?.sentTo) {
    return (
      <AccountFrame title={t('auth.forgotSentTitle')} company={company} below={<BackToSignIn />}>
        <p role="status">
          {t('auth.forgotSent', { email: answer.sentTo, minutes: String(minutes) })}
        </p>
      </AccountFrame>
    )
  }
  return (
    <AccountFrame
      title={t('auth.forgotTitle')}
      lead={t('auth.forgotLead')}
      company={company}
      below={<BackToSignIn />}
    >
      <FormState result={answer?.result}>
        <Form method="post" className="flex flex-col gap-5">
          <FormErrorSummary />
          <Field name="email" label={t('auth.email')}>
            <Input type="email" autoComplete="username" />
          </Field>
          <SubmitButton wide size="large">
            {t('auth.forgotSend')}
          </SubmitButton>
        </Form>
      </FormState>
    </AccountFrame>
  )
}

/** What a link shows that has expired, was used, or was never ours: all three look alike. */
export function DeadLink({ company, again }: { company?: { name: string }; again?: boolean }) {
  const t = useT()
  return (
    <AccountFrame title={t('auth.linkDeadTitle')} company={company} below={<BackToSignIn />}>
      <p>{again ? t('auth.linkDeadReset') : t('auth.linkDeadInvitation')}</p>
      {again && (
        <Link
          to="/forgot"
          className="mt-3 inline-block py-0.5 font-medium text-accent hover:underline"
        >
          {t('auth.askAgain')}
        </Link>
      )}
    </AccountFrame>
  )
}
