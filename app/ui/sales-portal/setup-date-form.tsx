import { Form } from '@remix-run/react'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'

export type SetupDateStart = {
  /** as a field of date and time holds it */
  startsAt: string
  minutes: number
  place: string
  clientEmail: string
  clientLanguage: string
  clientZone: string
  zones: string[]
}

/** When and where a company is set up together, and how its client is told. */
export function SetupDateForm(props: {
  action: string
  start: SetupDateStart
  submit: string
  result: FormResult | undefined
}) {
  const { action, start, submit, result } = props
  const t = useT()
  return (
    <Card>
      <FormState result={result}>
        <Form method="post" action={action} noValidate className="flex flex-col gap-5">
          <FormErrorSummary />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="startsAt" label={t('demos.meetingWhen')} help={t('demos.meetingZone')}>
              <Input type="datetime-local" defaultValue={start.startsAt} required />
            </Field>
            <Field name="minutes" label={t('demos.meetingMinutes')}>
              <Input type="number" min={5} max={480} defaultValue={String(start.minutes)} />
            </Field>
          </div>
          <Field name="place" label={t('demos.meetingPlace')} optional>
            <Input maxLength={200} defaultValue={start.place} autoComplete="off" />
          </Field>
          <Field
            name="clientEmail"
            label={t('onboarding.dateEmail')}
            help={t('onboarding.dateEmailHelp')}
            optional
          >
            <Input type="email" defaultValue={start.clientEmail} autoComplete="off" />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="clientLanguage" label={t('onboarding.dateLanguage')}>
              <Select defaultValue={start.clientLanguage}>
                {languages.map((language) => (
                  <option key={language} value={language} lang={language}>
                    {languageNames[language]}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="clientZone" label={t('onboarding.dateZone')}>
              <Select defaultValue={start.clientZone}>
                {start.zones.map((zone) => (
                  <option key={zone} value={zone}>
                    {zone.replaceAll('_', ' ')}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <div>
            <SubmitButton action={action}>{submit}</SubmitButton>
          </div>
        </Form>
      </FormState>
    </Card>
  )
}
