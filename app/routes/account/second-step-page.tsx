import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { AccountFrame } from './account-frame.tsx'

type Shown = { withRecovery: boolean; next?: string; company?: { name: string } }

/** After the password: the app's six digits, or a recovery code. */
export function SecondStepPage() {
  const { withRecovery, next, company } = useLoaderData<Shown>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  const query = new URLSearchParams({
    ...(next && { next }),
    ...(!withRecovery && { recovery: '' }),
  })
  return (
    <AccountFrame
      title={t('auth.codeTitle')}
      lead={withRecovery ? t('auth.recoveryHelp') : t('auth.codeLead')}
      company={company}
      below={
        <Link
          to={`?${query}`}
          className="inline-block py-0.5 font-medium text-accent hover:underline"
        >
          {withRecovery ? t('auth.codeUse') : t('auth.recoveryUse')}
        </Link>
      }
    >
      <FormState result={result}>
        <Form method="post" reloadDocument className="flex flex-col gap-5">
          <FormErrorSummary />
          {next && <input type="hidden" name="next" value={next} />}
          <Field name="code" label={withRecovery ? t('auth.recoveryCode') : t('auth.code')}>
            {withRecovery ? (
              <Input key="recovery" autoComplete="off" autoCapitalize="off" spellCheck={false} />
            ) : (
              <Input key="app" inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
            )}
          </Field>
          <SubmitButton wide size="large">
            {t('auth.codeCheck')}
          </SubmitButton>
        </Form>
      </FormState>
    </AccountFrame>
  )
}
