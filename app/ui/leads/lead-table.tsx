import type { LeadRow } from '#app/domain/leads/shown.ts'
import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { ScoreBadge } from '../score-badge.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

const tones = { open: 'neutral', won: 'good', lost: 'bad' } as const

/** Leads as rows, each a link to its page. */
export function LeadTable({ rows }: { rows: LeadRow[] }) {
  const t = useT()
  const { money } = useFormat()
  const columns: Column<LeadRow>[] = [
    {
      header: t('leads.contact'),
      cell: (row) => {
        const contact = toName(t, { name: row.contactName, phone: row.contactPhone })
        return (
          <>
            {row.title || contact}
            {row.title && (
              <span className="block text-small font-normal text-faint">{contact}</span>
            )}
          </>
        )
      },
    },
    {
      header: t('leads.stage'),
      nowrap: true,
      cell: (row) => <Badge tone={tones[row.stageKind]}>{row.stageName}</Badge>,
    },
    {
      header: t('leads.value'),
      align: 'end',
      cell: (row) => (row.valueMinor === null ? '–' : money(row.valueMinor, row.currency)),
    },
    { header: t('leads.probability'), align: 'end', cell: (row) => `${row.probability} %` },
    { header: t('leads.expected'), nowrap: true, cell: (row) => row.expectedOn ?? '–' },
    { header: t('leads.owner'), cell: (row) => row.ownerName ?? t('leads.nobody') },
    {
      ...{ header: t('contacts.score'), nowrap: true, deskOnly: true },
      cell: (row) => <ScoreBadge score={row.score} color={row.scoreColor} />,
    },
    {
      ...{ header: t('leads.changed'), nowrap: true, deskOnly: true },
      cell: (row) => <Time at={row.updatedAt} />,
    },
  ]
  return (
    <Table
      caption={t('leads.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/leads/${row.id}`}
    />
  )
}
