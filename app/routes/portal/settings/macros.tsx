import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Zap } from 'lucide-react'
import { listMacros } from '#app/domain/macros/list.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { kindsText } from '#app/ui/macros/event-text.ts'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  const url = new URL(args.request.url)
  const q = url.searchParams.get('q') ?? ''
  const after = url.searchParams.get('cursor') ?? undefined
  const { rows, next } = listMacros(db, member, { q, after })
  const frame = toSettingsFrame(member, args.request)
  return { title: pageTitle(args, 'macros.title'), frame, rows, next, q, after }
}

export default function Macros() {
  const t = useT()
  const { frame, rows, next, q, after } = useLoaderData<typeof loader>()
  const to = (cursor?: string) =>
    `?${new URLSearchParams({ ...(q && { q }), ...(cursor && { cursor }) })}`
  return (
    <SettingsPage at="macros" frame={frame} hasOwnPermission>
      <p className="text-soft">{t('macros.lead')}</p>
      <div className="flex items-center gap-3">
        <SearchField label={t('macros.search')} defaultValue={q} />
        <LinkButton to="/settings/macros/new" variant="primary">
          {t('macros.new')}
        </LinkButton>
      </div>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            compact
            icon={<Zap aria-hidden />}
            title={t(q ? 'macros.notFound' : 'macros.empty')}
          >
            {t('macros.emptyLead')}
          </EmptyState>
        ) : (
          <Table
            caption={t('macros.title')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                header: t('macros.name'),
                cell: (row) =>
                  row.isMine ? (
                    <Link to={`/settings/macros/${row.id}`} className="font-medium hover:underline">
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  ),
              },
              {
                header: t('macros.steps'),
                cell: (row) =>
                  kindsText(
                    t,
                    row.steps.map((step) => step.kind),
                  ),
              },
              {
                header: t('macros.for'),
                cell: (row) =>
                  row.departmentName ??
                  t(row.scope.kind === 'private' ? 'macros.forMe' : 'macros.forAll'),
              },
            ]}
          />
        )}
        <Pagination previousTo={after && to()} nextTo={next && to(next)} />
      </Card>
    </SettingsPage>
  )
}
