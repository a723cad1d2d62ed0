import { Link } from '@remix-run/react'
import { CalendarCheck } from 'lucide-react'
import { Badge } from '../badge.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'
import { Table } from '../table.tsx'
import { NextAction } from './next-action.tsx'
import { stageTones } from './shown.ts'
import type { ShownProspect, Stage } from './shown.ts'

/** The stages with how many stand in each and what they may bring; each opens its rows. */
export function Pipeline({ stages }: { stages: { stage: Stage; count: number; value: number }[] }) {
  const t = useT()
  const { money, number } = useFormat()
  const most = Math.max(1, ...stages.map(({ value }) => value))
  return (
    <Card title={t('prospects.pipeline')} flush>
      <Table
        caption={t('prospects.pipeline')}
        rows={stages}
        rowKey={(row) => row.stage}
        href={(row) => `/sales/prospects/list?stage=${row.stage}`}
        columns={[
          { header: t('prospects.stage'), cell: (row) => t(`prospects.stage_${row.stage}`) },
          {
            ...{ header: t('prospects.pipelineCount'), align: 'end' },
            cell: (row) => number(row.count),
          },
          {
            ...{ header: t('prospects.value'), align: 'end' },
            cell: (row) => (
              <span className="flex flex-col items-end gap-1">
                {money(row.value)}
                <span className="h-1 w-32 rounded-full bg-sunken max-sm:hidden" aria-hidden>
                  <span
                    className="block h-1 rounded-full bg-accent"
                    style={{ width: `${Math.round((row.value / most) * 100)}%` }}
                  />
                </span>
              </span>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** What is to be done today, the longest due first. */
export function DueToday({ rows, showsRep }: { rows: ShownProspect[]; showsRep: boolean }) {
  const t = useT()
  return (
    <Card title={t('prospects.dueTitle')} flush={rows.length === 0}>
      {rows.length === 0 ? (
        <EmptyState compact icon={<CalendarCheck aria-hidden />} title={t('prospects.dueNone')}>
          {t('prospects.dueNoneLead')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-col gap-1">
              <p className="flex items-start justify-between gap-2">
                <Link
                  to={`/sales/prospects/${row.id}`}
                  className="min-w-0 font-medium wrap-anywhere hover:underline"
                >
                  {row.name}
                </Link>
                <Badge tone={stageTones[row.stage]}>{t(`prospects.stage_${row.stage}`)}</Badge>
              </p>
              <NextAction text={row.nextAction} at={row.nextActionAt} />
              {showsRep && (
                <p className="text-small text-faint">{row.repName ?? t('prospects.nobody')}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export type ShownStanding = {
  rank: number
  repId: number
  name: string
  won: number
  commission: number | undefined
  isSelf: boolean
}

/** Who won how many; money only where it may be known. */
export function Leaderboard({ standings }: { standings: ShownStanding[] }) {
  const t = useT()
  const { money, number } = useFormat()
  return (
    <Card title={t('prospects.leaderboard')} description={t('prospects.leaderboardLead')} flush>
      <Table
        caption={t('prospects.leaderboard')}
        rows={standings}
        rowKey={(row) => row.repId}
        columns={[
          {
            header: t('prospects.rep'),
            cell: (row) => (
              <>
                <span className="mr-2 text-faint tabular-nums">{row.rank}.</span>
                {row.name}
                {row.isSelf && (
                  <span className="ml-2">
                    <Badge tone="accent">{t('prospects.you')}</Badge>
                  </span>
                )}
              </>
            ),
          },
          { ...{ header: t('prospects.won'), align: 'end' }, cell: (row) => number(row.won) },
          {
            ...{ header: t('prospects.commission'), align: 'end' },
            cell: (row) => (row.commission === undefined ? '–' : money(row.commission)),
          },
        ]}
      />
    </Card>
  )
}
