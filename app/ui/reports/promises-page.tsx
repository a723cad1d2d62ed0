import { Timer } from 'lucide-react'
import type { ClockKind } from '#app/domain/sla/clock-kinds.ts'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { ChoiceFilter, FilterBar, SearchInput } from '../filter-bar.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Pagination } from '../pagination.tsx'
import { PeriodField } from '../period-filter.tsx'
import { Stat } from '../stat.tsx'
import { EmptyState } from '../states.tsx'
import { BreachTable } from './breach-table.tsx'
import type { BreachRow } from './breach-table.tsx'
import { CareReport } from './care-report.tsx'

type Named = { id: number; name: string }

export type PromisesData = {
  filter: {
    search: string
    days: string
    memberId: number | undefined
    kind: ClockKind | undefined
    priorityId: number | undefined
  }
  rows: BreachRow[]
  paging: { previousTo?: string | undefined; nextTo?: string | undefined }
  kinds: ClockKind[]
  sums: { kind: ClockKind; total: number; kept: number }[]
  priorities: Named[]
  members: Named[]
  isOn: boolean
  seesReports: boolean
  maySetUp: boolean
}

/** How far the company keeps what it promises, and every time it did not. */
export function PromisesPage({ data }: { data: PromisesData }) {
  const t = useT()
  const { rows, paging, sums, isOn, maySetUp } = data
  return (
    <CareReport at="sla" hasFrame={data.seesReports}>
      <p className="text-soft">{t('sla.reportLead')}</p>
      {!isOn && (
        <Notice
          action={
            maySetUp && (
              <LinkButton to="/settings/sla" size="small">
                {t('sla.setUp')}
              </LinkButton>
            )
          }
        >
          {t('sla.off')}
        </Notice>
      )}
      <Filters data={data} />
      <div className="grid gap-3 sm:grid-cols-3">
        {sums.map((sum) => (
          <Kept key={sum.kind} {...sum} />
        ))}
      </div>
      <Card title={t('sla.missed')} flush>
        {rows.length === 0 ? (
          <EmptyState icon={<Timer aria-hidden />} title={t('sla.none')}>
            {t('sla.noneLead')}
          </EmptyState>
        ) : (
          <BreachTable rows={rows} />
        )}
        <Pagination {...paging} />
      </Card>
    </CareReport>
  )
}

function Kept({ kind, total, kept }: PromisesData['sums'][number]) {
  const t = useT()
  const { number, percent } = useFormat()
  return (
    <Stat
      label={`${t(`sla.kind.${kind}`)}: ${t('sla.kept')}`}
      value={total === 0 ? '–' : percent(kept / total)}
    >
      <p className="text-small text-faint">
        {t('sla.keptOf', { kept: number(kept), total: number(total) })}
      </p>
    </Stat>
  )
}

function Filters({ data }: { data: PromisesData }) {
  const t = useT()
  const { filter, kinds, priorities, members } = data
  const toOptions = (rows: Named[]) =>
    rows.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <FilterBar search={<SearchInput label={t('sla.search')} value={filter.search} />}>
      <PeriodField days={filter.days} />
      <ChoiceFilter
        name="kind"
        label={t('sla.what')}
        all={t('sla.anyKind')}
        value={filter.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`sla.kind.${kind}`) }))}
      />
      <ChoiceFilter
        name="priority"
        label={t('sla.priority')}
        all={t('sla.anyPriority')}
        value={filter.priorityId?.toString()}
        options={toOptions(priorities)}
      />
      {members.length > 0 && (
        <ChoiceFilter
          name="member"
          label={t('closing.member')}
          all={t('closing.everybody')}
          value={filter.memberId?.toString()}
          options={toOptions(members)}
        />
      )}
    </FilterBar>
  )
}
