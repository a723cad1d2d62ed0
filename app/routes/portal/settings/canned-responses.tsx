import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MessageSquareQuote } from 'lucide-react'
import { listCanned } from '#app/domain/canned-responses/list.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const url = new URL(args.request.url)
  const q = url.searchParams.get('q') ?? ''
  const after = url.searchParams.get('cursor') ?? undefined
  const { rows, next } = listCanned(db, member, { q, after })
  const title = pageTitle(args, 'composer.canned')
  const mayWrite = can(member, 'knowledge.write')
  return { title, frame: toSettingsFrame(member, args.request), rows, next, q, after, mayWrite }
}

export default function CannedResponses() {
  const t = useT()
  const { frame, rows, next, q, after, mayWrite } = useLoaderData<typeof loader>()
  const to = (cursor?: string) =>
    `?${new URLSearchParams({ ...(q && { q }), ...(cursor && { cursor }) })}`
  return (
    <SettingsPage at="canned-responses" frame={frame} hasOwnPermission>
      <p className="text-soft">{t('composer.cannedLead')}</p>
      <div className="flex items-center gap-3">
        <SearchField label={t('composer.cannedSearch')} defaultValue={q} />
        {mayWrite && (
          <LinkButton to="/settings/canned-responses/new" variant="primary">
            {t('composer.cannedNew')}
          </LinkButton>
        )}
      </div>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            compact
            icon={<MessageSquareQuote aria-hidden />}
            title={t(q ? 'composer.cannedNotFound' : 'composer.cannedNone')}
          >
            {t('composer.cannedNoneLead')}
          </EmptyState>
        ) : (
          <Table
            caption={t('composer.canned')}
            rows={rows}
            rowKey={(row) => row.id}
            href={mayWrite ? (row) => `/settings/canned-responses/${row.id}` : undefined}
            columns={[
              { header: t('composer.cannedShortcut'), cell: (row) => `/${row.shortcut}` },
              { header: t('composer.cannedTitle'), cell: (row) => row.title },
              {
                header: t('composer.cannedFor'),
                cell: (row) => row.departmentName ?? t('composer.cannedForAll'),
              },
              { header: t('composer.cannedUsed'), align: 'end', cell: (row) => row.usedCount },
            ]}
          />
        )}
        <Pagination previousTo={after && to()} nextTo={next && to(next)} />
      </Card>
    </SettingsPage>
  )
}
