import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Inbox } from 'lucide-react'
import { getAttention } from '#app/domain/analytics/attention.server.ts'
import { listDailyConversations } from '#app/domain/analytics/daily.server.ts'
import { getTodayFigures } from '#app/domain/analytics/today.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { AttentionList } from '#app/ui/dashboard/attention-list.tsx'
import { DayChart } from '#app/ui/dashboard/day-chart.tsx'
import { Figures } from '#app/ui/dashboard/figures.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'dashboard.read')
  const now = Date.now()
  const { timeZone } = getCompany(db)
  return {
    title: pageTitle(args, 'dashboard.title'),
    ...{ now, zone: timeZone.replaceAll('_', ' ') },
    figures: getTodayFigures(db, member, { timeZone, now }),
    days: listDailyConversations(db, member, { timeZone, now }),
    attention: getAttention(db, member, now),
  }
}

export default function Dashboard() {
  const t = useT()
  const { day } = useFormat()
  const { now, zone, figures, days, attention } = useLoaderData<typeof loader>()
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
      <Figures figures={figures} />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <AttentionList attention={attention} waiting={figures.waiting} />
        <DayChart days={days} />
      </div>
    </Page>
  )
}
