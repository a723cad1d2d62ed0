import { Badge } from '../badge.tsx'
import { useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

export type AnswerRow = {
  id: number
  conversationId: number
  contactName: string
  contactPhone: string | null
  memberName: string | null
  rating: number
  comment: string
  answeredAt: number
}

/** Answers, newest first; the row leads to the conversation. */
export function AnswerTable({ rows }: { rows: AnswerRow[] }) {
  const t = useT()
  const columns: Column<AnswerRow>[] = [
    {
      header: t('closing.customer'),
      cell: (row) => toName(t, { name: row.contactName, phone: row.contactPhone }),
    },
    {
      header: t('csat.ratingColumn'),
      nowrap: true,
      cell: (row) => <RatingBadge rating={row.rating} />,
    },
    { header: t('csat.commentColumn'), cell: (row) => row.comment || '–' },
    { header: t('closing.member'), nowrap: true, cell: (row) => row.memberName ?? '–' },
    { header: t('csat.when'), nowrap: true, cell: (row) => <Time at={row.answeredAt} /> },
  ]
  return (
    <Table
      caption={t('csat.answers')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/conversations/${row.conversationId}`}
    />
  )
}

function RatingBadge({ rating }: { rating: number }) {
  const t = useT()
  const tone = rating >= 4 ? 'good' : rating === 3 ? 'warn' : 'bad'
  return <Badge tone={tone}>{t('csat.averageOf', { average: rating })}</Badge>
}
