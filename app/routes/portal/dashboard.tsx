import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Inbox } from 'lucide-react'
import { companyDashboard, ownDashboard } from '#app/domain/analytics/dashboard.server.ts'
import { scopeOf } from '#app/domain/analytics/rows.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { CompanyDashboard } from '#app/ui/dashboard/company-dashboard.tsx'
import { OwnDashboard } from '#app/ui/dashboard/own-dashboard.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'dashboard.read')
  const now = Date.now()
  const { timeZone } = getCompany(db)
  const at = { params: new URL(args.request.url).searchParams, now }
  return {
    title: pageTitle(args, 'dashboard.title'),
    ...{ now, zone: timeZone.replaceAll('_', ' ') },
    shown:
      scopeOf(member) === 'own' ? ownDashboard(db, member, at) : companyDashboard(db, member, at),
  }
}

export default function Dashboard() {
  const t = useT()
  const { day } = useFormat()
  const { now, zone, shown } = useLoaderData<typeof loader>()
  return (
    <Page width="wide">
      <PageHeader
        title={t('dashboard.title')}
        description={t('dashboard.lead', { day: day(now), zone })}
        actions={
          <LinkButton
            to="/conversations"
            variant="primary"
            icon={<Inbox className="size-4" aria-hidden />}
          >
            {t('dashboard.openInbox')}
          </LinkButton>
        }
      />
      {shown.kind === 'own' ? <OwnDashboard {...shown} /> : <CompanyDashboard {...shown} />}
    </Page>
  )
}
