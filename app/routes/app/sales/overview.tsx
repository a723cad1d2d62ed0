import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { readSalesOverview } from '#app/routes/sales-overview.server.ts'
import { Card } from '#app/ui/card.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DueToday, Leaderboard, Pipeline } from '#app/ui/sales-portal/overview-parts.tsx'
import { ComingMeetings } from '#app/ui/sales-portal/coming-meetings.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'
import { Stat } from '#app/ui/stat.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** What somebody in sales has in hand. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user, appOrigin } = requireUser(args.context, 'sales.read')
  return {
    title: pageTitle(args, 'prospects.salesOverview'),
    name: user.name,
    signUpUrl: `${appOrigin}/signup`,
    findUrl: `${appOrigin}/find-company`,
    ...readSalesOverview(platform, user, Date.now()),
  }
}

export default function Overview() {
  const t = useT()
  const { name, isManager, stages, due, meetings, standings } = useLoaderData<typeof loader>()
  return (
    <SalesFrame at="overview" isManager={isManager}>
      <PageHeader
        title={t('prospects.hello', { name })}
        description={t(isManager ? 'prospects.teamLead' : 'prospects.ownLead')}
      />
      <Figures />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {/* First on a phone: the day begins with it. */}
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2">
          <DueToday rows={due} showsRep={isManager} />
          {meetings.length > 0 && <ComingMeetings meetings={meetings} />}
          <Addresses />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-start-1">
          <Pipeline stages={stages} />
          <Leaderboard standings={standings} />
        </div>
      </div>
    </SalesFrame>
  )
}

/** What one sends to a company, at its desk or afterwards. */
function Addresses() {
  const t = useT()
  const { signUpUrl, findUrl } = useLoaderData<typeof loader>()
  return (
    <Card title={t('platform.salesSignUp')} description={t('platform.salesSignUpLead')}>
      <div className="flex flex-col gap-4">
        <CopyField label={t('platform.salesSignUp')} value={signUpUrl} />
        <CopyField label={t('platform.salesFind')} value={findUrl} />
      </div>
    </Card>
  )
}

function Figures() {
  const t = useT()
  const { money, number } = useFormat()
  const { clients, open, commission, month, rank } = useLoaderData<typeof loader>()
  const link = 'hover:underline'
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
      <Stat
        label={t('prospects.figClients')}
        value={
          <Link to="/sales/clients" className={link}>
            {number(clients.all)}
          </Link>
        }
      >
        <p className="text-small text-faint">{t('prospects.paying', { count: clients.paying })}</p>
      </Stat>
      <Stat
        label={t('prospects.figOpen')}
        value={
          <Link to="/sales/prospects" className={link}>
            {number(open.count)}
          </Link>
        }
      >
        <p className="text-small text-faint">
          {t('prospects.figOpenValue', { value: money(open.value) })}
        </p>
      </Stat>
      <Stat
        label={t('prospects.figCommission')}
        value={
          <Link to={`/sales/commissions?month=${month}`} className={link}>
            {money(commission)}
          </Link>
        }
      />
      {rank && (
        <Stat
          label={t('prospects.figRank')}
          value={t('prospects.figRankOf', { rank: rank.rank, count: rank.of })}
        >
          <p className="text-small text-faint">{t('prospects.figWonMonth', { count: rank.won })}</p>
        </Stat>
      )}
    </div>
  )
}
