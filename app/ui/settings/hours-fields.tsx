import type { BusinessHours, OpenTimes, Weekday } from '#app/domain/company/hours.ts'
import { weekdays } from '#app/domain/company/weekdays.ts'
import { Checkbox } from '../choice.tsx'
import { FieldError, fieldId } from '../field.tsx'
import { useFieldErrorText, useFormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'

const dayNames = {
  mon: 'settings.mon',
  tue: 'settings.tue',
  wed: 'settings.wed',
  thu: 'settings.thu',
  fri: 'settings.fri',
  sat: 'settings.sat',
  sun: 'settings.sun',
} as const

const USUAL: OpenTimes = { opens: '08:00', closes: '17:00' }

/** A line per weekday: open or not, from when to when. */
export function HoursFields({ hours }: { hours: BusinessHours }) {
  const t = useT()
  return (
    <>
      <ul className="flex flex-col">
        {weekdays.map((day) => (
          <Day key={day} day={day} times={hours[day]} />
        ))}
      </ul>
      <p className="text-small text-faint">{t('settings.hoursHelp')}</p>
    </>
  )
}

function Day({ day, times }: { day: Weekday; times: OpenTimes | null }) {
  const t = useT()
  const name = t(dayNames[day])
  const { opens, closes } = times ?? USUAL
  return (
    <li className="group grid grid-cols-[1fr_auto] items-start gap-x-6 gap-y-2 border-b py-3 first:pt-0 last:border-b-0 sm:grid-cols-[10rem_1fr]">
      <span className="py-1.5">
        <Checkbox name={`${day}.open`} label={name} defaultChecked={times !== null} />
      </span>
      <span className="flex items-start gap-2 max-sm:col-span-2 group-has-[[type=checkbox]:not(:checked)]:hidden">
        <ClockInput
          name={`${day}.opens`}
          label={t('settings.opensOn', { day: name })}
          value={opens}
        />
        <span className="py-2 text-faint" aria-hidden>
          –
        </span>
        <ClockInput
          name={`${day}.closes`}
          label={t('settings.closesOn', { day: name })}
          value={closes}
        />
      </span>
      <span className="hidden py-2 text-faint group-has-[[type=checkbox]:not(:checked)]:block">
        {t('settings.closed')}
      </span>
    </li>
  )
}

function ClockInput({ name, label, value }: { name: string; label: string; value: string }) {
  const result = useFormResult()
  const errorText = useFieldErrorText()(result.errors?.[name])
  const id = fieldId(name)
  return (
    <span className="flex flex-col gap-1">
      <input
        id={id}
        type="time"
        name={name}
        aria-label={label}
        aria-invalid={errorText ? true : undefined}
        aria-describedby={errorText ? `${id}-error` : undefined}
        defaultValue={result.values?.[name] ?? value}
        className="control w-32! tabular-nums"
      />
      <FieldError id={`${id}-error`} text={errorText} />
    </span>
  )
}
