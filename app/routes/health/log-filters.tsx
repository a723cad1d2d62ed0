import { logSurfaces } from '#app/platform/logs/line.ts'
import type { AskedLog } from '#app/routes/log-filter.server.ts'
import { Field } from '#app/ui/field.tsx'
import { ChoiceFilter, FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

const levels = ['warn', 'error'] as const

/** What lines are looked for. */
export function LogFilters({ asked }: { asked: AskedLog }) {
  const t = useT()
  return (
    <FilterBar search={<SearchInput label={t('log.search')} value={asked.q} />}>
      <ChoiceFilter
        {...{ name: 'level', label: t('log.level'), all: t('log.anyLevel'), value: asked.level }}
        options={levels.map((value) => ({ value, label: t(`log.from_${value}`) }))}
      />
      <ChoiceFilter
        {...{ name: 'surface', label: t('log.surface'), all: t('log.anySurface') }}
        value={asked.surface}
        options={logSurfaces.map((value) => ({ value, label: t(`log.surface_${value}`) }))}
      />
      <Field name="company" label={t('log.company')}>
        <Input defaultValue={asked.company} autoComplete="off" maxLength={100} />
      </Field>
      <Field name="from" label={t('log.since')}>
        <Input type="datetime-local" defaultValue={asked.from} />
      </Field>
      <Field name="until" label={t('log.until')}>
        <Input type="datetime-local" defaultValue={asked.until} />
      </Field>
    </FilterBar>
  )
}
