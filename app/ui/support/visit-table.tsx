import { Badge } from '../badge.tsx'
import { useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import { Time } from '../time.tsx'

export type ShownVisit = {
  id: number
  userName: string
  reason: string
  startedAt: number
  expiresAt: number
  isLive: boolean
  endedAt: number | null
  end: 'user' | 'company' | 'platform' | 'time'
}

/** Visits of support: who, why, when; each leads to what was looked at. */
export function VisitTable({ visits }: { visits: ShownVisit[] }) {
  const t = useT()
  return (
    <Table
      caption={t('support.visits')}
      rows={visits}
      rowKey={({ id }) => id}
      href={({ id }) => `/settings/support/${id}`}
      columns={[
        { header: t('support.who'), cell: ({ userName }) => userName },
        {
          header: t('support.why'),
          cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span>,
        },
        {
          header: t('support.began'),
          nowrap: true,
          cell: ({ startedAt }) => <Time at={startedAt} as="exact" />,
        },
        { header: t('support.state'), cell: (visit) => <VisitState visit={visit} /> },
      ]}
    />
  )
}

/** Whether it goes on, or how it ended. */
export function VisitState({ visit: { isLive, end } }: { visit: ShownVisit }) {
  const t = useT()
  if (isLive) return <Badge tone="warn">{t('support.isHere')}</Badge>
  return <span className="text-soft">{t(`support.end_${end}`)}</span>
}
