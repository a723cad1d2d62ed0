import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ScrollText } from 'lucide-react'
import { listAudit, listAuditActions } from '#app/domain/audit/list.server.ts'
import { verifyAudit } from '#app/domain/audit/verify.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listMemberNames } from '#app/domain/members/names.server.ts'
import { readAuditQuery, toAuditFilter } from '#app/routes/audit-query.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { AuditFilter } from '#app/ui/audit/audit-filter.tsx'
import { AuditTable } from '#app/ui/audit/audit-table.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'audit.read')
  const { searchParams } = new URL(request.url)
  const query = readAuditQuery(searchParams)
  const asked = searchParams.get('before') ?? ''
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : undefined
  const { rows, next } = listAudit(db, toAuditFilter(query, getCompany(db).timeZone), { before })
  return {
    title: pageTitle(args, 'audit.title'),
    frame: toSettingsFrame(member, request),
    ...{ query, rows, next, isFirst: !before },
    ...{ actions: listAuditActions(db), members: listMemberNames(db) },
    check: searchParams.has('check') ? verifyAudit(db) : undefined,
  }
}

export default function Audit() {
  const t = useT()
  const { frame, query, rows, next, isFirst, actions, members } = useLoaderData<typeof loader>()
  const address = (before?: number) => {
    const given = Object.entries(query).filter(([, value]) => value !== '')
    const search = new URLSearchParams(given)
    if (before) search.set('before', String(before))
    return `/settings/audit${search.size > 0 ? `?${search.toString()}` : ''}`
  }
  const isNarrow = Object.values(query).some(Boolean)
  return (
    <SettingsPage at="audit" frame={frame} hasOwnPermission>
      <Check />
      <Card title={t('audit.title')} description={t('audit.lead')}>
        <AuditFilter
          key={JSON.stringify(query)}
          query={query}
          actions={actions}
          members={members}
        />
      </Card>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            compact
            icon={<ScrollText aria-hidden />}
            title={t(isNarrow ? 'audit.noneFound' : 'audit.none')}
          >
            {t(isNarrow ? 'audit.noneFoundLead' : 'audit.noneLead')}
          </EmptyState>
        ) : (
          <AuditTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address()}
          nextTo={next ? address(next) : undefined}
        />
      </Card>
      <Export />
    </SettingsPage>
  )
}

function Check() {
  const t = useT()
  const { check } = useLoaderData<typeof loader>()
  if (!check) return null
  const { broken, entries } = check
  return (
    <div role={broken ? 'alert' : 'status'}>
      <Notice tone={broken ? 'bad' : 'good'}>
        {broken
          ? t(`audit.broken_${broken.reason}`, { id: String(broken.id) })
          : t('audit.intact', { count: entries })}
      </Notice>
    </div>
  )
}

/** Everything the filter shows, as a file; taking it out is an entry of its own. */
function Export() {
  const t = useT()
  const { query } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <LinkButton variant="quiet" to="/settings/audit?check">
        {t('audit.check')}
      </LinkButton>
      {(['csv', 'json'] as const).map((format) => (
        <Form key={format} method="post" action="/settings/audit/exports" reloadDocument>
          {Object.entries(query).map(
            ([name, value]) =>
              value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <input type="hidden" name="format" value={format} />
          <Button type="submit">
            {t(format === 'csv' ? 'audit.exportCsv' : 'audit.exportJson')}
          </Button>
        </Form>
      ))}
    </div>
  )
}
