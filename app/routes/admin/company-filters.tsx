import { industrySlugs } from '#app/industries/industry.ts'
import { subscriptionStatuses } from '#app/platform/billing/subscription-status.ts'
import { ChoiceFilter, FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import type { PlanName } from './company-table.tsx'

export type ShownFilter = {
  search?: string
  standing?: string
  plan?: string
  industry?: string
  subscription?: string
  isPaying?: boolean
  city?: string
  repId?: number
  activity?: string
  order?: string
}

/** What narrows and sorts the list of companies. */
export function CompanyFilters(props: {
  filter: ShownFilter
  plans: PlanName[]
  cities: { key: string; name: string }[]
  reps: { id: number; name: string }[]
  seesMoney: boolean
}) {
  const { filter, plans, cities, reps, seesMoney } = props
  const orders = seesMoney ? (['revenue', 'newest'] as const) : (['newest'] as const)
  const t = useT()
  return (
    <FilterBar
      search={
        <>
          {filter.standing && <input type="hidden" name="standing" value={filter.standing} />}
          <SearchInput label={t('platform.searchCompanies')} value={filter.search ?? ''} />
        </>
      }
    >
      <ChoiceFilter
        {...{ name: 'plan', label: t('platform.plan'), all: t('admin.anyPlan') }}
        value={filter.plan}
        options={plans.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceFilter
        {...{ name: 'industry', label: t('platform.industry'), all: t('admin.anyIndustry') }}
        value={filter.industry}
        options={industrySlugs.map((value) => ({ value, label: t(`auth.industry_${value}`) }))}
      />
      <ChoiceFilter
        {...{ name: 'subscription', label: t('admin.subscription'), all: t('admin.anyState') }}
        value={filter.subscription}
        options={[...subscriptionStatuses, 'none' as const].map((value) => {
          return { value, label: t(`admin.standing_${value}`) }
        })}
      />
      {seesMoney && (
        <ChoiceFilter
          {...{ name: 'paying', label: t('admin.revenue'), all: t('admin.payingOrNot') }}
          value={filter.isPaying ? 'yes' : undefined}
          options={[{ value: 'yes', label: t('admin.paying') }]}
        />
      )}
      {cities.length > 0 && (
        <ChoiceFilter
          {...{ name: 'city', label: t('demos.filterCity'), all: t('demos.filterAnyCity') }}
          value={filter.city}
          options={cities.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      {reps.length > 0 && (
        <ChoiceFilter
          {...{ name: 'rep', label: t('prospects.rep'), all: t('prospects.allReps') }}
          value={filter.repId === undefined ? undefined : String(filter.repId)}
          options={reps.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <ChoiceFilter
        {...{
          name: 'activity',
          label: t('demos.filterActivity'),
          all: t('demos.filterAnyActivity'),
        }}
        value={filter.activity}
        options={(['active', 'quiet', 'never'] as const).map((value) => {
          return { value, label: t(`demos.activity_${value}`) }
        })}
      />
      <ChoiceFilter
        {...{ name: 'order', label: t('admin.order'), all: t('admin.order_name') }}
        value={filter.order}
        options={orders.map((value) => {
          return { value, label: t(`admin.order_${value}`) }
        })}
      />
    </FilterBar>
  )
}
