import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { languageNames, languages } from '#app/i18n/languages.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import type { profileLoader } from './profile.server.ts'
import { SessionList } from './session-list.tsx'

const noteKeys: Record<string, MessageKey> = {
  saved: 'common.saved',
  password_changed: 'auth.resetDone',
  session_ended: 'auth.sessionEndedOne',
  sessions_ended: 'auth.sessionsEnded',
  two_factor_off: 'auth.totpIsOff',
}

/** One's own name, language and looks, password, second step, and devices; `children` are the surface's own. */
export function ProfilePage({ children }: { children?: ReactNode }) {
  const { surface, email, role, note, twoFactor, sessions } = useLoaderData<typeof profileLoader>()
  const t = useT()
  const noteKey = note && noteKeys[note]
  return (
    <Page>
      <PageHeader
        title={t('common.profile')}
        description={`${email} · ${t(`members.role_${role}` as MessageKey)}`}
      />
      {noteKey && <Notice tone="good">{t(noteKey)}</Notice>}
      <AboutYou />
      {children}
      <Section title={t('auth.password')} description={t('auth.passwordLead')}>
        <div>
          <LinkButton to="/profile/password">{t('auth.changePassword')}</LinkButton>
        </div>
      </Section>
      <Section title={t('auth.totpTitle')} description={t('auth.totpLead')}>
        <div className="flex flex-wrap items-center gap-3">
          {twoFactor.isOn && <Badge tone="good">{t('common.on')}</Badge>}
          <LinkButton to="/profile/two-factor">
            {twoFactor.isOn ? t('auth.totpManage') : t('auth.totpOn')}
          </LinkButton>
          {twoFactor.isOn && (
            <span className="text-soft">
              {t('auth.recoveryLeft', { count: twoFactor.recoveryCodesLeft })}
            </span>
          )}
        </div>
      </Section>
      {surface === 'portal' && (
        <Section
          title={t('notifications.profileTitle')}
          description={t('notifications.profileLead')}
        >
          <div>
            <LinkButton to="/profile/notifications">{t('notifications.profileOpen')}</LinkButton>
          </div>
        </Section>
      )}
      <SessionList sessions={sessions} />
    </Page>
  )
}

function AboutYou() {
  const { name, language, theme } = useLoaderData<typeof profileLoader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  return (
    <FormState result={result}>
      {/* A whole page load: the language may change. */}
      <Form method="post" action="/profile" reloadDocument className="flex flex-col gap-6">
        <FormErrorSummary labels={{ name: t('auth.yourName') }} />
        <Section title={t('auth.aboutYou')} description={t('auth.aboutYouLead')}>
          <Field name="name" label={t('auth.yourName')}>
            <Input autoComplete="name" defaultValue={name} maxLength={80} />
          </Field>
          <Field name="language" label={t('common.language')}>
            <Select defaultValue={language}>
              {languages.map((value) => (
                <option key={value} value={value} lang={value}>
                  {languageNames[value]}
                </option>
              ))}
            </Select>
          </Field>
          <RadioGroup
            name="theme"
            legend={t('common.theme')}
            defaultValue={theme}
            options={[
              { value: 'system', label: t('common.themeSystem') },
              { value: 'light', label: t('common.themeLight') },
              { value: 'dark', label: t('common.themeDark') },
            ]}
          />
          <div>
            <SubmitButton>{t('common.save')}</SubmitButton>
          </div>
        </Section>
      </Form>
    </FormState>
  )
}
