import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'

export type MemberRating = {
  memberId: number | null
  name: string | null
  answers: number
  average: number | null
  good: number
}

/** Averages by who had the conversation when it was closed. */
export function MemberRatings({ rows }: { rows: MemberRating[] }) {
  const t = useT()
  const { number } = useFormat()
  return (
    <Table
      caption={t('csat.perMember')}
      columns={[
        { header: t('closing.member'), cell: (row) => row.name ?? t('csat.nobody') },
        { header: t('csat.answers'), align: 'end', cell: (row) => number(row.answers) },
        {
          header: t('csat.average'),
          align: 'end',
          cell: (row) => number(Math.round((row.average ?? 0) * 10) / 10),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.memberId ?? 0}
    />
  )
}
