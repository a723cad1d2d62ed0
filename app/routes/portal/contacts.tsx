import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Users } from 'lucide-react'
import { listContacts } from '#app/domain/contacts/list.server.ts'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { ScoreBadge } from '#app/ui/score-badge.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { Time } from '#app/ui/time.tsx'

const colors = ['green', 'yellow', 'red'] as const

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'contacts.read')
  const query = new URL(request.url).searchParams
  const search = query.get('q')?.trim() ?? ''
  const color = colors.find((name) => name === query.get('score'))
  const after = decodeCursor(query.get('after') ?? '')
  const { rows, next } = listContacts(db, member, { search, color, after })
  const title = pageTitle(args, 'contacts.title')
  return {
    title,
    rows,
    search,
    color,
    isFirst: !after,
    next: next ? encodeCursor(next) : undefined,
  }
}

export default function Contacts() {
  const t = useT()
  const { rows, search, color, isFirst, next } = useLoaderData<typeof loader>()
  const address = (values: Record<string, string | undefined>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
    return `/contacts?${query.toString()}`
  }
  const tabs = [undefined, ...colors].map((name) => ({
    to: address({ q: search, score: name }),
    label: name ? t(scoreWords[name]) : t('common.all'),
    active: color === name,
  }))
  return (
    <Page width="wide">
      <PageHeader title={t('contacts.title')} description={t('contacts.lead')} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Tabs label={t('contacts.byScore')} tabs={tabs} />
        <div className="w-full sm:w-72">
          <SearchField label={t('contacts.search')} defaultValue={search} keep={{ score: color }} />
        </div>
      </div>
      <Card flush>
        {rows.length === 0 ? <NoContacts search={search} /> : <ContactTable rows={rows} />}
        <Pagination
          previousTo={isFirst ? undefined : address({ q: search, score: color })}
          nextTo={next && address({ q: search, score: color, after: next })}
        />
      </Card>
    </Page>
  )
}

const scoreWords = {
  green: 'common.scoreHot',
  yellow: 'common.scoreWarm',
  red: 'common.scoreCold',
} as const

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function ContactTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const columns: Column<Row>[] = [
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
  return (
    <Table
      caption={t('contacts.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/contacts/${row.id}`}
    />
  )
}

function ContactName({ row }: { row: Row }) {
  const t = useT()
  return (
    <span className="inline-flex items-center gap-2">
      {row.name || row.phone || t('contacts.unnamed')}
      {row.blockedAt && <Badge tone="bad">{t('contacts.blocked')}</Badge>}
    </span>
  )
}

function NoContacts({ search }: { search: string }) {
  const t = useT()
  if (search) {
    return (
      <EmptyState title={t('common.noResults', { query: search })}>
        {t('common.noResultsHelp')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<Users aria-hidden />} title={t('contacts.emptyTitle')}>
      {t('contacts.emptyLead')}
    </EmptyState>
  )
}
