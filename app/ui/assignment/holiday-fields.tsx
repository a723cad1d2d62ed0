import { Form } from '@remix-run/react'
import { Plus, X } from 'lucide-react'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { FormState } from '../form-state.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import { Section } from '../page.tsx'

/** Days on which the company is closed, each with its way out, and a line for the next one. */
export function HolidayFields(props: {
  holidays: { day: string; name: string }[]
  mayWrite: boolean
  isRefused: boolean
}) {
  const { holidays, mayWrite, isRefused } = props
  const t = useT()
  const { day: dayText } = useFormat()
  return (
    <Section
      id="holidays"
      title={t('assignment.holidays')}
      description={t('assignment.holidaysLead')}
    >
      {holidays.length === 0 && <p className="text-soft">{t('assignment.holidaysNone')}</p>}
      <ul className="flex flex-col">
        {holidays.map(({ day, name }) => (
          <li key={day} className="flex min-h-11 items-center gap-3 border-b last:border-b-0">
            <span className="w-36 shrink-0 text-soft tabular-nums">
              {/* Noon, so that no zone makes another day of it. */}
              {dayText(Date.parse(`${day}T12:00:00Z`))}
            </span>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {mayWrite && (
              <Form
                method="post"
                action={`/settings/hours/holidays/${day}/removal`}
                preventScrollReset
              >
                <Button
                  type="submit"
                  variant="quiet"
                  size="small"
                  aria-label={t('assignment.holidayRemove', { name })}
                  icon={<X className="size-4" aria-hidden />}
                />
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <FormState
          result={isRefused ? { errors: { day: 'invalid', name: 'required' } } : undefined}
        >
          <Form
            key={holidays.length}
            method="post"
            action="/settings/hours/holidays"
            className="grid items-start gap-4 sm:grid-cols-[11rem_1fr_auto]"
            noValidate
            preventScrollReset
          >
            <Field name="day" label={t('assignment.holidayDay')}>
              <Input type="date" />
            </Field>
            <Field name="name" label={t('assignment.holidayName')}>
              <Input maxLength={60} autoComplete="off" />
            </Field>
            <div className="sm:pt-7">
              <Button type="submit" icon={<Plus className="size-4" aria-hidden />}>
                {t('assignment.holidayAdd')}
              </Button>
            </div>
          </Form>
        </FormState>
      )}
    </Section>
  )
}
