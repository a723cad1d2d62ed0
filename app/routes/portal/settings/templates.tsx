import { Form, useLoaderData } from '@remix-run/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { LayoutTemplate, RefreshCw } from 'lucide-react'
import { can } from '#app/domain/members/permissions.ts'
import { listAllTemplates } from '#app/domain/templates/list.server.ts'
import { listTemplateLines } from '#app/domain/templates/lines.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { useChangeRefresh } from '#app/ui/templates/use-change-refresh.ts'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { TemplateStateBadge } from '#app/ui/templates/template-state.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const url = new URL(args.request.url)
  const q = url.searchParams.get('q') ?? ''
  const after = url.searchParams.get('cursor') ?? undefined
  const { rows, next } = listAllTemplates(db, { q, after })
  const frame = toSettingsFrame(member, args.request)
  const mayWrite = can(member, 'knowledge.write')
  const lines = listTemplateLines(db)
  return { title: pageTitle(args, 'templates.title'), frame, rows, next, q, after, mayWrite, lines }
}

export default function Templates() {
  const t = useT()
  const { frame, rows, next, q, after, mayWrite, lines } = useLoaderData<typeof loader>()
  useChangeRefresh(rows.some((row) => row.state === 'submitting' || row.state === 'pending'))
  const to = (cursor?: string) =>
    `?${new URLSearchParams({ ...(q && { q }), ...(cursor && { cursor }) })}`
  const isConnected = lines.length > 0
  return (
    <SettingsPage at="templates" frame={frame} hasOwnPermission>
      <p className="text-soft">{t('templates.lead')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-48 flex-1">
          <SearchField label={t('templates.search')} defaultValue={q} />
        </div>
        {mayWrite && isConnected && (
          <>
            <Form method="post" action="/settings/templates/sync">
              <SubmitButton
                action="/settings/templates/sync"
                variant="secondary"
                icon={<RefreshCw className="size-4" aria-hidden />}
              >
                {t('templates.sync')}
              </SubmitButton>
            </Form>
            <LinkButton to="/settings/templates/new" variant="primary">
              {t('templates.new')}
            </LinkButton>
          </>
        )}
      </div>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            compact
            icon={<LayoutTemplate aria-hidden />}
            title={t(q ? 'templates.notFound' : 'templates.empty')}
          >
            {t(isConnected ? 'templates.emptyLead' : 'templates.noNumber')}
          </EmptyState>
        ) : (
          <Table
            caption={t('templates.title')}
            rows={rows}
            rowKey={(row) => row.id}
            href={(row) => `/settings/templates/${row.id}`}
            columns={[
              { header: t('templates.name'), cell: (row) => row.name },
              { header: t('templates.language'), cell: (row) => row.language },
              {
                header: t('templates.body'),
                cell: (row) => <span className="line-clamp-2 text-soft">{row.body}</span>,
              },
              ...(lines.length > 1
                ? [
                    {
                      header: t('templates.number'),
                      cell: (row: (typeof rows)[number]) => row.endpointName,
                    },
                  ]
                : []),
              {
                header: t('templates.stateHeader'),
                nowrap: true,
                cell: (row) => <TemplateStateBadge state={row.state} />,
              },
            ]}
          />
        )}
        <Pagination previousTo={after && to()} nextTo={next && to(next)} />
      </Card>
    </SettingsPage>
  )
}
