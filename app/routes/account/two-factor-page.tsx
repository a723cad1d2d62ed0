import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { PasswordInput } from '#app/ui/password-input.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Shown = {
  isOn: boolean
  recoveryCodesLeft: number
  setup?: { secret: string; qr: string }
}

/** The second step: off, being set up, or on. Its forms load whole pages, so codes are shown once. */
export function TwoFactorPage() {
  const { isOn, setup } = useLoaderData<Shown>()
  const answer = useActionData<{ result?: FormResult; codes?: string[] }>()
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('auth.totpTitle')}
        description={t('auth.totpLead')}
        back={{ to: '/profile', label: t('common.profile') }}
      />
      {answer?.codes ? (
        <RecoveryCodes codes={answer.codes} />
      ) : (
        <FormState result={answer?.result}>
          <FormErrorSummary />
          {isOn ? <Manage /> : setup ? <Setup {...setup} /> : <Start />}
        </FormState>
      )}
    </Page>
  )
}

function Start() {
  const t = useT()
  return (
    <PasswordForm action="/profile/two-factor" help={t('auth.totpStartHelp')}>
      <Button type="submit" variant="primary">
        {t('auth.totpOn')}
      </Button>
    </PasswordForm>
  )
}

function Setup({ qr, secret }: { qr: string; secret: string }) {
  const t = useT()
  return (
    <Form
      method="post"
      action="/profile/two-factor/confirmation"
      reloadDocument
      className="flex flex-col gap-5"
    >
      <p>{t('auth.totpScan')}</p>
      <img src={qr} alt={t('auth.totpPicture')} className="size-48 rounded-md bg-white" />
      <p>
        {t('auth.totpKey')}: <code className="font-mono break-all select-all">{secret}</code>
      </p>
      <div className="max-w-xs">
        <Field name="code" label={t('auth.code')}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
        </Field>
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t('auth.totpOn')}
        </Button>
        <LinkButton to="/profile" variant="quiet">
          {t('common.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}

function Manage() {
  const { recoveryCodesLeft } = useLoaderData<Shown>()
  const t = useT()
  return (
    <>
      <Section
        title={t('auth.recoveryTitle')}
        description={t('auth.recoveryLeft', { count: recoveryCodesLeft })}
      >
        <PasswordForm action="/profile/two-factor/recovery-codes" id="codes-password">
          <Button type="submit">{t('auth.recoveryRenew')}</Button>
        </PasswordForm>
      </Section>
      <Section title={t('auth.totpOff')} description={t('auth.totpOffLead')}>
        <PasswordForm action="/profile/two-factor/removal" id="off-password">
          <Button type="submit" variant="danger">
            {t('auth.totpOff')}
          </Button>
        </PasswordForm>
      </Section>
    </>
  )
}

/** Whoever only found the device unlocked does not know the password. */
function PasswordForm(props: { action: string; help?: string; id?: string; children: ReactNode }) {
  const t = useT()
  return (
    <Form
      method="post"
      action={props.action}
      reloadDocument
      className="flex max-w-xs flex-col items-stretch gap-4"
    >
      <Field name="password" id={props.id} label={t('auth.currentPassword')} help={props.help}>
        <PasswordInput autoComplete="current-password" />
      </Field>
      <div>{props.children}</div>
    </Form>
  )
}
