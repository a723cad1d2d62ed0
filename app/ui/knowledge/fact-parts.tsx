import { Badge } from '../badge.tsx'
import { Field } from '../field.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

type Row = {
  id: number
  about: string
  statement: string
  saidBy: string | null
  usedCount: number
  lastUsedAt: number | null
  updatedAt: number
  until: string | null
  isExpired: boolean
}

/** What staff say is so: who said it, until when it holds, what it was used for. */
export function FactTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const { number } = useFormat()
  const columns: Column<Row>[] = [
    { header: t('training.factAbout'), cell: (row) => <About row={row} />, width: 'w-2/5' },
    { header: t('training.factSaidBy'), cell: (row) => row.saidBy ?? '–' },
    {
      header: t('training.factUntil'),
      nowrap: true,
      cell: (row) => row.until ?? t('training.factForever'),
    },
    { header: t('training.used'), align: 'end', cell: (row) => number(row.usedCount) },
    {
      header: t('training.lastUsed'),
      nowrap: true,
      deskOnly: true,
      cell: (row) => (row.lastUsedAt ? <Time at={row.lastUsedAt} /> : t('teaching.never')),
    },
    {
      header: t('knowledge.state'),
      nowrap: true,
      cell: (row) =>
        row.isExpired ? (
          <Badge>{t('training.factExpired')}</Badge>
        ) : (
          <Badge tone="good">{t('training.factHolds')}</Badge>
        ),
    },
  ]
  return (
    <Table
      caption={t('training.facts')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/knowledge/facts/${row.id}`}
    />
  )
}

function About({ row: { about, statement } }: { row: Row }) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="break-words">{about}</span>
      <span className="line-clamp-2 text-small text-soft">{statement}</span>
    </span>
  )
}

export function FactFields(props: {
  fact?: { about: string; statement: string; until: string | null }
}) {
  const { fact } = props
  const t = useT()
  return (
    <>
      <Field name="about" label={t('training.factAbout')} help={t('training.factAboutHelp')}>
        <Input defaultValue={fact?.about} autoComplete="off" />
      </Field>
      <Field
        name="statement"
        label={t('training.factStatement')}
        help={t('training.factStatementHelp')}
      >
        <Textarea defaultValue={fact?.statement} rows={4} />
      </Field>
      <Field
        name="until"
        label={t('training.factUntil')}
        help={t('training.factUntilHelp')}
        optional
      >
        <Input type="date" defaultValue={fact?.until ?? ''} className="max-w-52" />
      </Field>
    </>
  )
}
