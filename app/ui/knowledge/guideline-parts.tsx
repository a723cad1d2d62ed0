import { Badge } from '../badge.tsx'
import { Checkbox, RadioGroup } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Textarea } from '../input.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { UseBadge } from './faq-table.tsx'

type Row = { id: number; kind: 'do' | 'dont'; text: string; isActive: number; updatedAt: number }

/** What the assistant always does, and what never. */
export function GuidelineTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const columns: Column<Row>[] = [
    { header: t('training.guidelineText'), cell: (row) => row.text, width: 'w-3/5' },
    { header: t('training.guidelineKind'), nowrap: true, cell: (row) => <Kind kind={row.kind} /> },
    { header: t('knowledge.state'), nowrap: true, cell: (row) => <UseBadge on={row.isActive} /> },
    { header: t('knowledge.changed'), nowrap: true, cell: (row) => <Time at={row.updatedAt} /> },
  ]
  return (
    <Table
      caption={t('training.guidelines')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/knowledge/guidelines/${row.id}`}
    />
  )
}

function Kind({ kind }: { kind: 'do' | 'dont' }) {
  const t = useT()
  return <Badge tone={kind === 'do' ? 'good' : 'bad'}>{t(`training.guideline_${kind}`)}</Badge>
}

export function GuidelineFields({ guideline }: { guideline?: Omit<Row, 'id' | 'updatedAt'> }) {
  const t = useT()
  const kinds = ['do', 'dont'] as const
  return (
    <>
      <RadioGroup
        name="kind"
        legend={t('training.guidelineKind')}
        defaultValue={guideline?.kind ?? 'do'}
        look="cards"
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`training.guideline_${kind}`),
          help: t(`training.guideline_${kind}Help`),
        }))}
      />
      <Field name="text" label={t('training.guidelineText')} help={t('training.guidelineTextHelp')}>
        <Textarea defaultValue={guideline?.text} rows={3} />
      </Field>
      <InUse on={guideline ? guideline.isActive === 1 : true} />
    </>
  )
}

export function InUse({ on }: { on: boolean }) {
  const t = useT()
  return <Checkbox name="isActive" label={t('knowledge.isActive')} defaultChecked={on} />
}
