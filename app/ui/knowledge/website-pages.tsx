import { Link } from '@remix-run/react'
import type { MessageKey } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { toReason } from './website-words.ts'

export type PageRow = {
  id: number
  url: string
  state: 'waiting' | 'read' | 'skipped' | 'failed' | 'gone'
  reason: string | null
  change: 'new' | 'changed' | 'same' | 'gone' | null
  documentId: number | null
  readAt: number | null
}

type Look = { label: MessageKey; tone: 'good' | 'bad' | 'neutral' | 'warn' }

const looks: Record<string, Look> = {
  waiting: { label: 'websites.page_waiting', tone: 'neutral' },
  new: { label: 'websites.page_new', tone: 'good' },
  changed: { label: 'websites.page_changed', tone: 'good' },
  same: { label: 'websites.page_same', tone: 'neutral' },
  failed: { label: 'websites.page_failed', tone: 'bad' },
  skipped: { label: 'websites.page_skipped', tone: 'neutral' },
  gone: { label: 'websites.page_gone', tone: 'warn' },
}

/** Every page that was met, and what became of it. */
export function WebsitePages({ rows }: { rows: PageRow[] }) {
  const t = useT()
  const columns: Column<PageRow>[] = [
    { header: t('websites.address'), cell: (row) => <Address row={row} /> },
    {
      header: t('websites.found'),
      nowrap: true,
      cell: ({ state, change }) => {
        const look = looks[state === 'read' ? (change ?? 'same') : state]
        return look && <Badge tone={look.tone}>{t(look.label)}</Badge>
      },
    },
    {
      header: t('websites.readAt'),
      nowrap: true,
      cell: (row) => (row.readAt ? <Time at={row.readAt} /> : '–'),
    },
  ]
  return (
    <Table caption={t('websites.pages')} columns={columns} rows={rows} rowKey={(row) => row.id} />
  )
}

function Address({ row }: { row: PageRow }) {
  const t = useT()
  const { pathname, search } = new URL(row.url)
  const path = `${pathname}${search}`
  const hasReason = row.reason !== null && row.state !== 'waiting'
  return (
    <span className="flex min-w-0 flex-col">
      {row.documentId ? (
        <Link
          to={`/knowledge/documents/${row.documentId}`}
          className="font-medium break-all text-accent-ink underline-offset-2 hover:underline"
        >
          {path}
        </Link>
      ) : (
        <span className="break-all">{path}</span>
      )}
      {hasReason && <span className="text-small text-soft">{t(toReason(row.reason))}</span>}
    </span>
  )
}
