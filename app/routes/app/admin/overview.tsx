import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOverview } from '#app/platform/companies/overview.server.ts'
import { readHealthSummary } from '#app/platform/alerts/summary.server.ts'
import { listPlanNames } from '#app/platform/companies/plans.server.ts'
import { reachOf } from '#app/platform/companies/reach.ts'
import { standings } from '#app/platform/companies/standing.ts'
import { CompanyTable } from '#app/routes/admin/company-table.tsx'
import { Figure } from '#app/routes/admin/figure.tsx'
import { RevenueChart } from '#app/routes/admin/revenue-chart.tsx'
import { HealthSummary } from '#app/routes/health/summary.tsx'
import { useAmounts } from '#app/routes/admin/use-amounts.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const PAYING = '/admin/companies?paying=yes&order=revenue'

/** The business at a glance: every figure leads to its rows. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const overview = readOverview(platform, reachOf(user), Date.now())
  return {
    ...{ title: pageTitle(args, 'admin.overview'), ...overview, plans: listPlanNames(platform) },
    health: readHealthSummary(platform, Date.now()),
  }
}

export default function Overview() {
  const { months, newest, plans, health } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="wide">
      <PageHeader title={t('admin.overview')} description={t('admin.overviewLead')} />
      <Revenue />
      <OtherCurrencies />
      <Standings />
      <Attention />
      <RevenueChart months={months} />
      <HealthSummary {...health} />
      <Card
        title={t('admin.newest')}
        flush
        actions={
          <LinkButton to="/admin/companies?order=newest" size="small">
            {t('admin.showAll')}
          </LinkButton>
        }
      >
        {newest.length === 0 ? (
          <EmptyState compact title={t('platform.noCompanies')}>
            {t('platform.noCompaniesLead')}
          </EmptyState>
        ) : (
          <CompanyTable rows={newest} plans={plans} caption={t('admin.newest')} />
        )}
      </Card>
    </Page>
  )
}

function Revenue() {
  const { revenue, months } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const month = months.at(-1)?.month ?? ''
  const share = (value: number | null) => (value === null ? '–' : format.percent(value))
  const average = revenue.average === null ? '–' : format.money(revenue.average)
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <Figure
        label={t('admin.mrr')}
        value={format.money(revenue.mrr)}
        to={PAYING}
        hint={t('admin.payingCount', { count: revenue.paying })}
      />
      <Figure label={t('admin.arr')} value={format.money(revenue.arr)} to={PAYING} />
      <Figure label={t('admin.average')} value={average} to={PAYING} />
      <Figure
        label={t('admin.growth')}
        value={share(revenue.growth)}
        to={`/admin/revenue?month=${month}`}
        hint={t('admin.thisMonth')}
      />
      <Figure
        label={t('admin.churn')}
        value={share(revenue.churn)}
        to={`/admin/revenue?month=${month}&kind=churned`}
        hint={t('admin.thisMonth')}
      />
    </div>
  )
}

/** Dollars beside shillings: each for itself. */
function OtherCurrencies() {
  const { others, months } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const month = months.at(-1)?.month ?? ''
  return others.map(({ currency, mrr, arr, paying }) => {
    const to = `/admin/revenue?month=${month}&currency=${currency}`
    return (
      <div key={currency} className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        <Figure
          label={`${t('admin.mrr')}, ${currency}`}
          value={format.money(mrr, currency)}
          to={to}
          hint={t('admin.payingCount', { count: paying })}
        />
        <Figure
          label={`${t('admin.arr')}, ${currency}`}
          value={format.money(arr, currency)}
          to={to}
        />
      </div>
    )
  })
}

function Standings() {
  const { standings: counts } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const shown = standings.filter((standing) => standing !== 'none' || counts.none)
  return (
    <section aria-labelledby="standings" className="flex flex-col gap-3">
      <h2 id="standings" className="font-semibold">
        {t('admin.byStanding')}
      </h2>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6 xl:grid-cols-7">
        {shown.map((standing) => (
          <Figure
            key={standing}
            label={t(`admin.standing_${standing}`)}
            value={format.number(counts[standing] ?? 0)}
            to={`/admin/companies?standing=${standing}`}
          />
        ))}
      </div>
    </section>
  )
}

function Attention() {
  const { overdue, failedPayments, undecidedPayments, failedJobs } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const amounts = useAmounts()
  const tone = (count: number) => (count > 0 ? ('bad' as const) : undefined)
  return (
    <section aria-labelledby="attention" className="flex flex-col gap-3">
      <h2 id="attention" className="font-semibold">
        {t('admin.attention')}
      </h2>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Figure
          label={t('admin.overdue')}
          value={format.number(overdue.count)}
          to="/admin/invoices?state=overdue"
          hint={amounts(overdue)}
          tone={tone(overdue.count)}
        />
        <Figure
          label={t('admin.failedPayments')}
          value={format.number(failedPayments.count)}
          to="/admin/revenue/payments?state=failed"
          hint={t('admin.last30Days')}
          tone={tone(failedPayments.count)}
        />
        <Figure
          label={t('admin.undecidedPayments')}
          value={format.number(undecidedPayments.count)}
          to="/admin/revenue/payments?state=undecided"
          hint={amounts(undecidedPayments)}
        />
        <Figure
          label={t('admin.failedJobs')}
          value={format.number(failedJobs)}
          to="/admin/jobs"
          tone={tone(failedJobs)}
        />
      </div>
    </section>
  )
}
