import type { IndustrySlug } from '#app/industries/industry.ts'
import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { NextAction } from './next-action.tsx'
import { stageTones } from './shown.ts'
import type { ShownProspect } from './shown.ts'

/** Prospects as rows, each a link to its page. */
export function ProspectTable({ rows, showsRep }: { rows: ShownProspect[]; showsRep: boolean }) {
  const t = useT()
  const { money } = useFormat()
  const columns: Column<ShownProspect>[] = [
    {
      header: t('prospects.name'),
      cell: (row) => (
        <>
          {row.name}
          <span className="block text-small font-normal text-faint">
            {[t(`auth.industry_${row.industry as IndustrySlug}`), row.contactName]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      ...{ header: t('prospects.stage'), nowrap: true },
      cell: (row) => (
        <Badge tone={stageTones[row.stage]}>{t(`prospects.stage_${row.stage}`)}</Badge>
      ),
    },
    { header: t('prospects.city'), cell: (row) => row.city || '–' },
    {
      ...{ header: t('prospects.value'), align: 'end' },
      cell: (row) => (row.value === null ? '–' : money(row.value, row.currency)),
    },
    ...(showsRep ? [repColumn(t('prospects.rep'), t('prospects.nobody'))] : []),
    {
      header: t('prospects.nextAction'),
      cell: (row) =>
        row.nextAction || row.nextActionAt !== null ? (
          <NextAction text={row.nextAction} at={row.nextActionAt} />
        ) : (
          '–'
        ),
    },
    {
      ...{ header: t('prospects.changed'), nowrap: true, deskOnly: true },
      cell: (row) => <Time at={row.updatedAt} />,
    },
  ]
  return (
    <Table
      caption={t('prospects.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/sales/prospects/${row.id}`}
    />
  )
}

function repColumn(header: string, nobody: string): Column<ShownProspect> {
  return { header, cell: (row) => row.repName ?? nobody }
}
