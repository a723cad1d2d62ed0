import { Form } from '@remix-run/react'
import { contactLanguageName, contactLanguages } from '#app/domain/contacts/languages.ts'
import type { LabelColor } from '#app/domain/labels/colors.ts'
import { Badge } from '../badge.tsx'
import { SubmitButton } from '../button.tsx'
import { useI18n, useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'
import { ScoreBadge } from '../score-badge.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import type { ContactChoices } from './contact-filters.tsx'

type Row = {
  id: number
  name: string
  phone: string | null
  email: string | null
  score: number
  scoreColor: 'green' | 'yellow' | 'red'
  blockedAt: number | null
  activeAt: number
  tags: { id: number; name: string; color: string }[]
}

const BULK_FORM = 'bulk'

/** The contacts as rows; who may change them can tick several and change one thing of all. */
export function ContactList(props: {
  rows: Row[]
  kept: Record<string, string>
  choices: ContactChoices
  mayWrite: boolean
}) {
  const t = useT()
  const { rows, kept, choices, mayWrite } = props
  return (
    <>
      <Table
        caption={t('contacts.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/contacts/${row.id}`}
        tickLabel={t('contacts.bulk')}
        tick={
          mayWrite
            ? (row) => (
                <label className="relative inline-grid size-9 place-items-center">
                  <span className="sr-only">
                    {t('contacts.select', {
                      name: row.name || row.phone || t('contacts.unnamed'),
                    })}
                  </span>
                  <input
                    type="checkbox"
                    name="id"
                    value={row.id}
                    form={BULK_FORM}
                    className="size-4"
                  />
                </label>
              )
            : undefined
        }
      />
      {mayWrite && <BulkBar kept={kept} choices={choices} />}
    </>
  )
}

function useColumns(): Column<Row>[] {
  const t = useT()
  return [
    { header: t('contacts.name'), cell: (row) => <ContactName row={row} /> },
    {
      header: t('contacts.phone'),
      nowrap: true,
      cell: (row) => <span className="tabular-nums">{row.phone ?? '–'}</span>,
    },
    {
      header: t('contacts.score'),
      nowrap: true,
      cell: (row) => <ScoreBadge score={row.score} color={row.scoreColor} />,
    },
    { header: t('contacts.lastActive'), nowrap: true, cell: (row) => <Time at={row.activeAt} /> },
  ]
}

function ContactName({ row }: { row: Row }) {
  const t = useT()
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {row.name || row.phone || row.email || t('contacts.unnamed')}
      {row.blockedAt && <Badge tone="bad">{t('contacts.blocked')}</Badge>}
      {row.tags.map((tag) => (
        <Badge key={tag.id} tone={tag.color as LabelColor}>
          {tag.name}
        </Badge>
      ))}
    </span>
  )
}

function BulkBar({ kept, choices }: { kept: Record<string, string>; choices: ContactChoices }) {
  const t = useT()
  const { language } = useI18n()
  const options = (kind: string, rows: { id: number; name: string }[]) =>
    rows.map((row) => (
      <option key={row.id} value={`${kind}:${row.id}`}>
        {row.name}
      </option>
    ))
  return (
    <Form
      id={BULK_FORM}
      method="post"
      action="/contacts/bulk"
      className="flex flex-wrap items-end gap-3 border-t px-4 py-3"
    >
      <input type="hidden" name="query" value={new URLSearchParams(kept).toString()} />
      <label className="flex min-w-52 flex-col gap-1.5">
        <span className="text-small font-medium text-soft">{t('contacts.bulk')}</span>
        <Select name="change" defaultValue="">
          <option value="">{t('contacts.bulkAction')}</option>
          <optgroup label={t('contacts.bulkTag')}>{options('tag', choices.tags)}</optgroup>
          <optgroup label={t('contacts.bulkUntag')}>{options('untag', choices.tags)}</optgroup>
          <optgroup label={t('contacts.bulkOwner')}>
            <option value="owner:">{t('common.none')}</option>
            {options('owner', choices.owners)}
          </optgroup>
          <optgroup label={t('contacts.bulkLanguage')}>
            {contactLanguages.map((code) => (
              <option key={code} value={`language:${code}`}>
                {contactLanguageName(code, language)}
              </option>
            ))}
          </optgroup>
          <option value="block">{t('contacts.bulkBlock')}</option>
          <option value="unblock">{t('contacts.bulkUnblock')}</option>
        </Select>
      </label>
      <SubmitButton variant="secondary" action="/contacts/bulk">
        {t('contacts.bulkApply')}
      </SubmitButton>
    </Form>
  )
}
