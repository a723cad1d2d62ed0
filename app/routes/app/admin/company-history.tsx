import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCompanyAudit } from '#app/platform/audit/list.server.ts'
import { AuditRows } from '#app/routes/admin/audit-rows.tsx'
import { requireCompany, toCompanyFrame } from '#app/routes/admin/company-frame.server.ts'
import { CompanyPage } from '#app/routes/admin/company-page.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** What was done to a company, by people and by billing. */
export function loader(args: LoaderFunctionArgs) {
  const asked = requireCompany(args, 'tenants.read')
  const before = Number(new URL(args.request.url).searchParams.get('before')) || undefined
  return {
    title: pageTitle(args, 'admin.tabHistory'),
    frame: toCompanyFrame(asked, args.request),
    ...listCompanyAudit(asked.platform, asked.company.id, before),
    isFirst: before === undefined,
  }
}

export default function CompanyHistory() {
  const { frame, rows, hasNext, isFirst } = useLoaderData<typeof loader>()
  const t = useT()
  const base = `/admin/companies/${frame.company.id}/history`
  const last = rows.at(-1)
  return (
    <CompanyPage frame={frame}>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState compact title={t('platform.historyEmpty')} />
        ) : (
          <AuditRows rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : base}
          nextTo={hasNext && last ? `${base}?before=${last.id}` : undefined}
        />
      </Card>
    </CompanyPage>
  )
}
