import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Building2 } from 'lucide-react'
import { countTenants, listTenants } from '#app/platform/tenants/list.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { CompanyTable } from '#app/routes/platform/company-table.tsx'
import { requireUser } from '#app/routes/require.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Select } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { Stat } from '#app/ui/stat.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const statuses = ['active', 'suspended'] as const

/** Every company, with search and state. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const search = (query.get('q') ?? '').trim().slice(0, 100)
  const status = statuses.find((known) => known === query.get('status'))
  const after = query.get('after')?.slice(0, 40) || undefined
  const before = query.get('before')?.slice(0, 40) || undefined
  const page = listTenants(platform, { search, status, after, before })
  const title = pageTitle(args, 'platform.companies')
  return { title, ...page, search, status, counts: countTenants(platform) }
}

export default function Admin() {
  const { rows, search, status, counts, ...page } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const address = (edge: Record<string, string>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ q: search, status, ...edge })) {
      if (value) query.set(name, value)
    }
    return `/admin?${query.toString()}`
  }
  const [first, last] = [rows[0], rows.at(-1)]
  return (
    <Page width="wide">
      <PageHeader title={t('platform.companies')} description={t('platform.companiesLead')} />
      <div className="grid grid-cols-2 gap-3 sm:max-w-md">
        <Stat label={t('platform.overviewActive')} value={format.number(counts.active)} />
        <Stat label={t('platform.overviewSuspended')} value={format.number(counts.suspended)} />
      </div>
      <Filters />
      <Card flush>
        {rows.length === 0 ? <NoCompanies /> : <CompanyTable rows={rows} />}
        <Pagination
          previousTo={page.hasPrevious && first ? address({ before: first.id }) : undefined}
          nextTo={page.hasNext && last ? address({ after: last.id }) : undefined}
        />
      </Card>
    </Page>
  )
}

function Filters() {
  const { search, status } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="w-full sm:w-72">
        <SearchField
          label={t('platform.searchCompanies')}
          defaultValue={search}
          keep={{ status }}
        />
      </div>
      <Form method="get" className="flex flex-wrap items-center gap-2">
        {search && <input type="hidden" name="q" value={search} />}
        <Select name="status" aria-label={t('platform.status')} defaultValue={status ?? ''}>
          <option value="">{t('platform.anyStatus')}</option>
          {statuses.map((name) => (
            <option key={name} value={name}>
              {t(`platform.status_${name}`)}
            </option>
          ))}
        </Select>
        <Button type="submit">{t('platform.filter')}</Button>
      </Form>
    </div>
  )
}

function NoCompanies() {
  const { search } = useLoaderData<typeof loader>()
  const t = useT()
  if (search) {
    return (
      <EmptyState title={t('common.noResults', { query: search })}>
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
