import { Star } from 'lucide-react'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { ChoiceFilter, FilterBar, SearchInput } from '../filter-bar.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Pagination } from '../pagination.tsx'
import { PeriodField } from '../period-filter.tsx'
import { Stat } from '../stat.tsx'
import { EmptyState } from '../states.tsx'
import { AnswerTable } from './answer-table.tsx'
import type { AnswerRow } from './answer-table.tsx'
import { CareReport } from './care-report.tsx'
import { MemberRatings } from './member-ratings.tsx'
import type { MemberRating } from './member-ratings.tsx'
import { RatingBars } from './rating-bars.tsx'

export type SatisfactionData = {
  filter: { search: string; days: string; memberId: number | undefined; rating: number | undefined }
  rows: AnswerRow[]
  paging: { previousTo?: string | undefined; nextTo?: string | undefined }
  figures: {
    answers: number
    average: number | null
    good: number
    asked: number
    ratings: { rating: number; count: number }[]
  }
  perMember: MemberRating[]
  members: { id: number; name: string }[]
  isOn: boolean
  seesAll: boolean
  seesReports: boolean
  maySetUp: boolean
}

/** What customers say: the figures of a period, per colleague, and the answers themselves. */
export function SatisfactionPage({ data }: { data: SatisfactionData }) {
  const t = useT()
  const { rows, paging, figures, perMember, seesAll } = data
  return (
    <CareReport at="satisfaction" hasFrame={data.seesReports}>
      <p className="text-soft">{t(seesAll ? 'csat.reportLead' : 'csat.ownLead')}</p>
      <Filters data={data} />
      <Figures figures={figures} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t('csat.distribution')}>
          <RatingBars ratings={figures.ratings} />
        </Card>
        {seesAll && perMember.length > 0 && (
          <Card title={t('csat.perMember')} flush>
            <MemberRatings rows={perMember} />
          </Card>
        )}
      </div>
      <Card title={t('csat.answers')} flush>
        {rows.length === 0 ? <NoAnswers data={data} /> : <AnswerTable rows={rows} />}
        <Pagination {...paging} />
      </Card>
    </CareReport>
  )
}

function Filters({ data }: { data: SatisfactionData }) {
  const t = useT()
  const { filter, members } = data
  return (
    <FilterBar search={<SearchInput label={t('csat.search')} value={filter.search} />}>
      <PeriodField days={filter.days} />
      <ChoiceFilter
        name="rating"
        label={t('csat.ratingColumn')}
        all={t('csat.anyRating')}
        value={filter.rating?.toString()}
        options={['5', '4', '3', '2', '1'].map((value) => ({ value, label: value }))}
      />
      {members.length > 0 && (
        <ChoiceFilter
          name="member"
          label={t('closing.member')}
          all={t('closing.everybody')}
          value={filter.memberId?.toString()}
          options={members.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
    </FilterBar>
  )
}

function Figures({ figures }: { figures: SatisfactionData['figures'] }) {
  const t = useT()
  const { number, percent } = useFormat()
  const { answers, asked, average, good } = figures
  const toAverage = (value: number) => number(Math.round(value * 10) / 10)
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat
        label={t('csat.average')}
        value={average === null ? '–' : t('csat.averageOf', { average: toAverage(average) })}
      />
      <Stat label={t('csat.good')} value={answers === 0 ? '–' : percent(good / answers)} />
      <Stat label={t('csat.answers')} value={number(answers)} />
      <Stat label={t('csat.asked')} value={number(asked)} />
    </div>
  )
}

function NoAnswers({ data }: { data: SatisfactionData }) {
  const t = useT()
  return (
    <EmptyState
      icon={<Star aria-hidden />}
      title={t('csat.none')}
      action={
        !data.isOn &&
        data.maySetUp && (
          <LinkButton to="/settings/satisfaction" variant="primary">
            {t('csat.noneAction')}
          </LinkButton>
        )
      }
    >
      {t('csat.noneLead')}
    </EmptyState>
  )
}
