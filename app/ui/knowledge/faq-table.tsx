import { Form } from '@remix-run/react'
import { Badge } from '../badge.tsx'
import { SubmitButton } from '../button.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

type Row = {
  id: number
  question: string
  category: string
  isActive: number
  usedCount: number
  lastUsedAt: number | null
  updatedAt: number
}

const BULK_FORM = 'bulk'

/** Questions as rows; who may change them can tick several. */
export function FaqTable(props: { rows: Row[]; categories: string[]; mayWrite: boolean }) {
  const { rows, categories, mayWrite } = props
  const t = useT()
  return (
    <>
      <Table
        caption={t('knowledge.faqs')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/knowledge/faqs/${row.id}`}
        tickLabel={t('training.bulk')}
        tick={mayWrite ? (row) => <Tick row={row} /> : undefined}
      />
      {mayWrite && <BulkBar categories={categories} />}
    </>
  )
}

function useColumns(): Column<Row>[] {
  const t = useT()
  const { number } = useFormat()
  return [
    { header: t('knowledge.question'), cell: (row) => row.question, width: 'w-2/5' },
    { header: t('training.category'), cell: (row) => row.category || '–' },
    { header: t('training.used'), align: 'end', cell: (row) => number(row.usedCount) },
    {
      header: t('training.lastUsed'),
      nowrap: true,
      deskOnly: true,
      cell: (row) => (row.lastUsedAt ? <Time at={row.lastUsedAt} /> : t('teaching.never')),
    },
    { header: t('knowledge.state'), nowrap: true, cell: (row) => <UseBadge on={row.isActive} /> },
    {
      header: t('knowledge.changed'),
      nowrap: true,
      hideOnPhone: true,
      cell: (row) => <Time at={row.updatedAt} />,
    },
  ]
}

function Tick({ row }: { row: Row }) {
  const t = useT()
  return (
    <label className="relative inline-grid size-9 place-items-center">
      <span className="sr-only">{t('training.select', { name: row.question })}</span>
      <input type="checkbox" name="id" value={row.id} form={BULK_FORM} className="size-4" />
    </label>
  )
}

function BulkBar({ categories }: { categories: string[] }) {
  const t = useT()
  return (
    <Form
      id={BULK_FORM}
      method="post"
      action="/knowledge/faqs/bulk"
      className="flex flex-wrap items-end gap-3 border-t px-4 py-3"
    >
      <label className="flex min-w-48 flex-col gap-1.5">
        <span className="text-small font-medium text-soft">{t('training.bulk')}</span>
        <Select name="change" defaultValue="">
          <option value="">{t('training.bulkChoose')}</option>
          <option value="use">{t('training.bulkUse')}</option>
          <option value="rest">{t('training.bulkRest')}</option>
          <option value="category">{t('training.bulkCategory')}</option>
          <option value="delete">{t('training.bulkDelete')}</option>
        </Select>
      </label>
      <label className="flex min-w-48 flex-col gap-1.5">
        <span className="text-small font-medium text-soft">{t('training.category')}</span>
        <Input name="category" list="bulk-categories" maxLength={60} autoComplete="off" />
        <Categories id="bulk-categories" names={categories} />
      </label>
      <SubmitButton variant="secondary" action="/knowledge/faqs/bulk">
        {t('training.bulkApply')}
      </SubmitButton>
    </Form>
  )
}

/** What is offered while a category is typed. */
export function Categories({ id, names }: { id: string; names: string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

/** Whether the assistant draws on it. */
export function UseBadge({ on }: { on: number }) {
  const t = useT()
  return on ? (
    <Badge tone="good">{t('knowledge.inUse')}</Badge>
  ) : (
    <Badge>{t('knowledge.notInUse')}</Badge>
  )
}
