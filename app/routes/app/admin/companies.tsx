import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Building2 } from 'lucide-react'
import { listPlanNames } from '#app/platform/companies/plans.server.ts'
import {
  countCompanies,
  listCompanies,
  listCompanyCities,
  sumRevenue,
} from '#app/platform/companies/list.server.ts'
import { reachOf } from '#app/platform/companies/reach.ts'
import { standings } from '#app/platform/companies/standing.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { readCompanyFilter } from '#app/routes/admin/company-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { CompanyFilters } from '#app/routes/admin/company-filters.tsx'
import { CompanyTable } from '#app/routes/admin/company-table.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** The companies somebody may know of, by where they stand. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'tenants.read')
  const reach = reachOf(user)
  const seesMoney = platformCan(user.role, 'admin.read')
  const filter = readCompanyFilter(new URL(args.request.url).searchParams, { seesMoney })
  const page = listCompanies(platform, reach, filter)
  return {
    title: pageTitle(args, 'platform.companies'),
    ...page,
    rows: seesMoney ? page.rows : page.rows.map((row) => ({ ...row, mrr: 0 })),
    ...{ filter, plans: listPlanNames(platform) },
    // A person of support sees single companies, not the business.
    cities: seesMoney ? listCompanyCities(platform) : [],
    reps: seesMoney ? listReps(platform) : [],
    counts: countCompanies(platform, reach),
    revenue: seesMoney && filter.isPaying ? sumRevenue(platform) : undefined,
    ...{ seesAll: seesMoney, mayCreate: platformCan(user.role, 'tenants.write') },
  }
}

/** Address of the list with something else in it; an empty value leaves its name out. */
function toAddress(filter: ReturnType<typeof readCompanyFilter>, other: Record<string, string>) {
  const { search: q, standing, plan, industry, subscription, isPaying, order } = filter
  const { city, repId, activity } = filter
  const asked = { q, standing, plan, industry, subscription, paying: isPaying && 'yes', order }
  const further = { city, rep: repId === undefined ? '' : String(repId), activity }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...asked, ...further, ...other }))
    if (value) query.set(name, value)
  return query.size > 0 ? `/admin/companies?${query.toString()}` : '/admin/companies'
}

export default function Companies() {
  const { rows, filter, plans, cities, reps, mayCreate, seesAll, ...page } =
    useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const [first, last] = [rows[0], rows.at(-1)]
  return (
    <Page width="wide">
      <PageHeader
        title={t('platform.companies')}
        description={t(seesAll ? 'platform.companiesLead' : 'admin.companiesGiven')}
        actions={
          mayCreate && (
            <LinkButton to="/admin/companies/new" variant="primary">
              {t('admin.newCompany')}
            </LinkButton>
          )
        }
      />
      <StandingTabs />
      <CompanyFilters {...{ filter, plans, cities, reps }} seesMoney={seesAll} />
      {page.revenue && (
        <p className="font-medium">
          {t('admin.payingSum', {
            count: page.revenue.reduce((sum, { companies }) => sum + companies, 0),
            amount: page.revenue.map(({ mrr, currency }) => format.money(mrr, currency)).join(', '),
          })}
        </p>
      )}
      <Card flush>
        {rows.length === 0 ? (
          <NoCompanies />
        ) : (
          <CompanyTable
            {...{ rows, plans, seesMoney: seesAll }}
            caption={t('platform.companies')}
          />
        )}
        <Pagination
          previousTo={
            page.hasPrevious && first ? toAddress(filter, { before: first.id }) : undefined
          }
          nextTo={page.hasNext && last ? toAddress(filter, { after: last.id }) : undefined}
        />
      </Card>
    </Page>
  )
}

function StandingTabs() {
  const { filter, counts } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const tabs = [
    { standing: '', label: t('admin.all'), count: all },
    ...standings.map((standing) => {
      return { standing, label: t(`admin.standing_${standing}`), count: counts[standing] ?? 0 }
    }),
  ]
  return (
    <Tabs
      label={t('admin.standing')}
      tabs={tabs.map(({ standing, label, count }) => ({
        ...{ to: toAddress(filter, { standing }), label },
        active: (filter.standing ?? '') === standing,
        badge: <span className="text-small font-normal text-faint">{format.number(count)}</span>,
      }))}
    />
  )
}

function NoCompanies() {
  const { filter, counts } = useLoaderData<typeof loader>()
  const t = useT()
  if (Object.keys(counts).length > 0) {
    return (
      <EmptyState
        title={filter.search ? t('common.noResults', { query: filter.search }) : t('admin.noMatch')}
        action={<LinkButton to="/admin/companies">{t('admin.showAll')}</LinkButton>}
      >
        {t('common.noResultsHelp')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<Building2 aria-hidden />} title={t('platform.noCompanies')}>
      {t('platform.noCompaniesLead')}
    </EmptyState>
  )
}
