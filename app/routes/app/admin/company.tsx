import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { IndustrySlug } from '#app/industries/industry.ts'
import { listCompanyEndpoints, listCompanyUsage } from '#app/platform/companies/find.server.ts'
import { listKeyUse } from '#app/platform/health/api-usage.server.ts'
import { listCompanyNotes } from '#app/platform/companies/notes.server.ts'
import { findPlanLimits, listPlanNames } from '#app/platform/companies/plans.server.ts'
import { listLastVisits } from '#app/platform/support/visits.server.ts'
import { listSupporters } from '#app/platform/companies/supporters.server.ts'
import { CompanyApiUse } from '#app/routes/admin/company-api-use.tsx'
import { CompanyActions } from '#app/routes/admin/company-actions.tsx'
import { CompanyEndpoints } from '#app/routes/admin/company-endpoints.tsx'
import { requireCompany, toCompanyFrame } from '#app/routes/admin/company-frame.server.ts'
import { CompanyNotes } from '#app/routes/admin/company-note-list.tsx'
import { CompanyPage, Fact } from '#app/routes/admin/company-page.tsx'
import { usePlanName } from '#app/routes/admin/company-table.tsx'
import { CompanyUsage } from '#app/routes/admin/company-usage.tsx'
import { VisitList } from '#app/routes/admin/visit-list.tsx'
import { SupportPeople } from '#app/routes/admin/support-people.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One company as the platform sees it: never what is inside its file. @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const asked = requireCompany(args, 'tenants.read')
  const { platform, company, user } = asked
  const frame = toCompanyFrame(asked, args.request)
  return {
    title: pageTitle(args, 'platform.company'),
    ...{ frame, ownId: user.id, plans: listPlanNames(platform) },
    limits: findPlanLimits(platform, company.plan) ?? null,
    usage: listCompanyUsage(platform, company.id),
    apiUse: listKeyUse(platform, company.id, Date.now()),
    endpoints: listCompanyEndpoints(platform, company.id),
    notes: listCompanyNotes(platform, company.id),
    visits: listLastVisits(platform, company.id, Date.now()),
    supporters: frame.may.change ? listSupporters(platform, company.id) : [],
  }
}

export default function CompanyFacts() {
  const { frame, ownId, limits, usage, apiUse, endpoints, notes, visits, supporters } =
    useLoaderData<typeof loader>()
  return (
    <CompanyPage frame={frame}>
      <Facts />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <CompanyUsage limits={limits} usage={usage} />
        <CompanyEndpoints endpoints={endpoints} />
      </div>
      {apiUse.length > 0 && <CompanyApiUse keys={apiUse} />}
      <CompanyNotes companyId={frame.company.id} notes={notes} ownId={ownId} />
      {frame.may.change && <SupportPeople companyId={frame.company.id} people={supporters} />}
      {visits.length > 0 && (
        <VisitList companyId={frame.company.id} visits={visits} mayEnd={frame.may.change} />
      )}
      {frame.may.change && <CompanyActions company={frame.company} />}
    </CompanyPage>
  )
}

function Facts() {
  const { frame, plans } = useLoaderData<typeof loader>()
  const { company, may } = frame
  const t = useT()
  const format = useFormat()
  const planName = usePlanName(plans)
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
      <Fact label={t('platform.industry')}>
        {t(`auth.industry_${company.industry as IndustrySlug}`)}
      </Fact>
      <Fact label={t('platform.plan')}>{planName(company.plan)}</Fact>
      {may.seeMoney && <Fact label={t('admin.perMonth')}>{format.money(company.mrr)}</Fact>}
      <Fact label={t('platform.created')}>
        <Time at={company.createdAt} as="day" />
      </Fact>
      <Fact label={t('identity.city')}>{company.city || t('identity.cityNone')}</Fact>
      <Fact label={t('admin.rep')}>{company.repName ?? t('admin.repNone')}</Fact>
    </dl>
  )
}
