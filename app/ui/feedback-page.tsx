import { Form } from '@remix-run/react'
import { AuthLayout } from './auth-layout.tsx'
import { SubmitButton } from './button.tsx'
import { Field, FieldError, fieldId } from './field.tsx'
import { FormErrorSummary } from './form-error-summary.tsx'
import { FormState, useFieldErrorText, useFormResult } from './form-state.tsx'
import type { FormResult } from './form-state.tsx'
import { useI18n, useT } from './i18n-provider.tsx'
import { Textarea } from './input.tsx'
import { LanguageSwitch } from './preferences.tsx'

type State = 'open' | 'answered' | 'dead' | 'staff'

/** Where a customer says how it was: one choice, a few words, no sign-in, no script needed. */
export function FeedbackPage(props: {
  company: string
  state: State
  result: FormResult | undefined
}) {
  const { company, state, result } = props
  const t = useT()
  const { language } = useI18n()
  const titles = {
    open: 'csat.pageTitle',
    staff: 'csat.pageTitle',
    answered: 'csat.thanksTitle',
    dead: 'csat.deadTitle',
  } as const
  const leads = {
    open: 'csat.lead',
    staff: 'csat.staffLead',
    answered: 'csat.thanksLead',
    dead: 'csat.deadLead',
  } as const
  return (
    <AuthLayout
      title={t(titles[state])}
      lead={t(leads[state], { company })}
      company={{ name: company }}
      preferences={<LanguageSwitch action="/preferences" language={language} />}
    >
      {state === 'open' && (
        <FormState result={result}>
          <Form method="post" reloadDocument className="flex flex-col gap-5" noValidate>
            <FormErrorSummary />
            <Rating />
            <Field name="comment" label={t('csat.comment')} optional>
              <Textarea rows={3} maxLength={2_000} />
            </Field>
            <SubmitButton wide size="large">
              {t('csat.send')}
            </SubmitButton>
          </Form>
        </FormState>
      )}
    </AuthLayout>
  )
}

const ratings = [1, 2, 3, 4, 5] as const

/** Five radio buttons in a row, each a large target with its word. */
function Rating() {
  const t = useT()
  const { errors, values } = useFormResult()
  const errorText = useFieldErrorText()(errors?.['rating'])
  const id = fieldId('rating')
  return (
    <fieldset id={id} aria-describedby={errorText ? `${id}-error` : undefined}>
      <legend className="mb-2 font-medium">{t('csat.rating')}</legend>
      <div className="grid grid-cols-5 gap-2">
        {ratings.map((rating) => (
          <label
            key={rating}
            htmlFor={`rating-${rating}`}
            className="flex min-h-20 cursor-pointer flex-col items-center justify-center gap-1 rounded-md border border-line-strong bg-surface p-1 text-center transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              id={`rating-${rating}`}
              type="radio"
              name="rating"
              value={rating}
              defaultChecked={values?.['rating'] === String(rating)}
              className="size-4"
            />
            <span className="text-title font-semibold">{rating}</span>
            <span className="text-small leading-tight text-soft">{t(`csat.rating.${rating}`)}</span>
          </label>
        ))}
      </div>
      <div className="mt-2">
        <FieldError id={`${id}-error`} text={errorText} />
      </div>
    </fieldset>
  )
}
