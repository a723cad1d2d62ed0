import { Form, Link, useLocation, useSearchParams } from '@remix-run/react'
import { ranges } from '#app/domain/analytics/period.ts'
import type { ChosenPeriod } from '#app/domain/analytics/period.ts'
import { Button } from '../button.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { useLabel } from './value.ts'

const shown = ranges.filter((range) => range !== 'custom')
const chip = 'rounded-md border px-2.5 py-1.5 text-small font-medium whitespace-nowrap'

/** The dates of a report: usual ones as links, own ones as a form; both are plain addresses. */
export function PeriodBar({ chosen }: { chosen: ChosenPeriod }) {
  const { range, period, previous, grouping } = chosen
  const t = useT()
  const toText = useLabel()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const by = params.get('by')
  return (
    <div className="flex flex-col gap-3">
      <nav aria-label={t('reports.dates')} className="flex flex-wrap gap-1.5">
        {shown.map((name) => (
          <Link
            key={name}
            to={`${pathname}?range=${name}`}
            prefetch="intent"
            aria-current={name === range ? 'true' : undefined}
            className={classes(
              chip,
              name === range ? 'border-accent bg-accent-soft text-accent-ink' : 'hover:bg-hover',
            )}
          >
            {t(`reports.range.${name}`)}
          </Link>
        ))}
      </nav>
      <Form
        method="get"
        key={`${period.from} ${period.to} ${grouping}`}
        className="flex flex-wrap items-end gap-2"
      >
        <DateField name="from" label={t('reports.from')} value={period.from} />
        <DateField name="to" label={t('reports.to')} value={period.to} />
        <label className="flex flex-col gap-1 text-small text-soft">
          {t('reports.steps')}
          <select
            name="by"
            defaultValue={by ?? ''}
            className="h-9 rounded-md border border-line-field bg-surface px-2 text-ink"
          >
            <option value="">{t('reports.by.auto')}</option>
            <option value="day">{t('reports.by.day')}</option>
            <option value="week">{t('reports.by.week')}</option>
            <option value="month">{t('reports.by.month')}</option>
          </select>
        </label>
        <Button type="submit">{t('reports.show')}</Button>
      </Form>
      <p className="text-small text-faint">
        {t('reports.compared', {
          period: toText({ days: period }),
          previous: toText({ days: previous }),
        })}
      </p>
    </div>
  )
}

function DateField(props: { name: string; label: string; value: string }) {
  return (
    <label className="flex flex-col gap-1 text-small text-soft">
      {props.label}
      <input
        type="date"
        name={props.name}
        defaultValue={props.value}
        className="h-9 rounded-md border border-line-field bg-surface px-2 text-ink"
      />
    </label>
  )
}
