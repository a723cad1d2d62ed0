import { industrySlugs } from '#app/industries/industry.ts'
import { ChoiceFilter, FilterBar, SearchInput } from '../filter-bar.tsx'
import { useT } from '../i18n-provider.tsx'
import { stages } from './shown.ts'
import type { Rep } from './shown.ts'

/** Narrows the list of prospects. */
export function ProspectFilters(props: {
  filter: { search?: string; stage?: string; industry?: string; repId?: number }
  isDue: boolean
  reps: Rep[]
}) {
  const { filter, isDue, reps } = props
  const t = useT()
  return (
    <FilterBar search={<SearchInput label={t('prospects.search')} value={filter.search ?? ''} />}>
      <ChoiceFilter
        name="stage"
        label={t('prospects.stage')}
        all={t('prospects.allStages')}
        value={filter.stage}
        options={stages.map((value) => ({ value, label: t(`prospects.stage_${value}`) }))}
      />
      <ChoiceFilter
        name="industry"
        label={t('prospects.industry')}
        all={t('prospects.allIndustries')}
        value={filter.industry}
        options={industrySlugs.map((value) => ({ value, label: t(`auth.industry_${value}`) }))}
      />
      <ChoiceFilter
        name="due"
        label={t('prospects.due')}
        all={t('prospects.allTimes')}
        value={isDue ? 'today' : ''}
        options={[{ value: 'today', label: t('prospects.dueToday') }]}
      />
      {reps.length > 0 && (
        <ChoiceFilter
          name="rep"
          label={t('prospects.rep')}
          all={t('prospects.allReps')}
          value={filter.repId === undefined ? '' : String(filter.repId)}
          options={reps.map((rep) => ({ value: String(rep.id), label: rep.name }))}
        />
      )}
    </FilterBar>
  )
}
