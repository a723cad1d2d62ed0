import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { UseBadge } from './faq-table.tsx'
import { InUse } from './guideline-parts.tsx'

type Row = { id: number; title: string; turns: number; isActive: number; updatedAt: number }

/** Conversations that show how the company talks. */
export function SampleTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const columns: Column<Row>[] = [
    { header: t('training.sampleTitle'), cell: (row) => row.title, width: 'w-1/2' },
    {
      header: t('training.sampleTurns'),
      nowrap: true,
      cell: (row) => t('training.sampleTurnsCount', { count: row.turns }),
    },
    { header: t('knowledge.state'), nowrap: true, cell: (row) => <UseBadge on={row.isActive} /> },
    { header: t('knowledge.changed'), nowrap: true, cell: (row) => <Time at={row.updatedAt} /> },
  ]
  return (
    <Table
      caption={t('training.samples')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/knowledge/samples/${row.id}`}
    />
  )
}

export function SampleFields(props: {
  sample?: { title: string; typed: string; isActive: number }
}) {
  const { sample } = props
  const t = useT()
  return (
    <>
      <Field name="title" label={t('training.sampleTitle')}>
        <Input defaultValue={sample?.title} autoComplete="off" />
      </Field>
      <Field name="turns" label={t('training.sampleTurns')} help={t('training.sampleTurnsHelp')}>
        <Textarea
          defaultValue={
            sample?.typed ?? `${t('training.sampleCustomer')}: \n${t('training.sampleUs')}: `
          }
          rows={10}
        />
      </Field>
      <InUse on={sample ? sample.isActive === 1 : true} />
    </>
  )
}
