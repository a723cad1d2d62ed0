import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Users } from 'lucide-react'
import { listPerformance } from '#app/platform/sales/team.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { monthOf, monthStart } from '#app/routes/prospect-filter.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'
import { TeamTable } from '#app/ui/sales-portal/team-table.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const ENDED_WITHIN_MS = 90 * 86_400_000

/** How the team does, for its managers. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'sales.manage')
  const now = Date.now()
  const from = monthStart(monthOf(now)) ?? now
  return {
    title: pageTitle(args, 'prospects.teamTitle'),
    rows: listPerformance(platform, { since: now - ENDED_WITHIN_MS, from, now }),
  }
}

export default function Team() {
  const t = useT()
  const { rows } = useLoaderData<typeof loader>()
  return (
    <SalesFrame at="team" isManager>
      <PageHeader
        title={t('prospects.teamTitle')}
        description={t('prospects.winRateHelp')}
        actions={
          <>
            <LinkButton to="/sales/territories">{t('prospects.territories')}</LinkButton>
            <LinkButton to="/sales/rates">{t('prospects.rates')}</LinkButton>
          </>
        }
      />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<Users aria-hidden />}
            title={t('prospects.teamNone')}
            action={<LinkButton to="/admin/users">{t('prospects.teamInvite')}</LinkButton>}
          >
            {t('prospects.teamNoneLead')}
          </EmptyState>
        ) : (
          <TeamTable rows={rows} />
        )}
      </Card>
    </SalesFrame>
  )
}
