import { Form } from '@remix-run/react'
import type { PlatformRole } from '#app/platform/users/permissions.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Section } from '#app/ui/page.tsx'

/** Invites one of the platform's own people. */
export function AddUser({ result, offered }: { result?: FormResult; offered: PlatformRole[] }) {
  const t = useT()
  return (
    <FormState result={result}>
      <Form method="post" action="/admin/users">
        <Section title={t('platform.addUser')} description={t('platform.addUserLead')}>
          <FormErrorSummary labels={{ email: t('auth.email') }} />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="email" label={t('auth.email')}>
              <Input type="email" autoComplete="off" />
            </Field>
            <Field name="name" label={t('members.name')} optional>
              <Input autoComplete="off" maxLength={80} />
            </Field>
          </div>
          <RadioGroup
            name="role"
            legend={t('members.role')}
            look="cards"
            defaultValue="support"
            options={offered.map((role) => ({
              value: role,
              label: t(`members.role_${role}`),
              help: t(`platform.roleHelp_${role}`),
            }))}
          />
          <div>
            <SubmitButton action="/admin/users">{t('members.inviteSend')}</SubmitButton>
          </div>
        </Section>
      </Form>
    </FormState>
  )
}
