import type { FlagName, FlagScope } from '#app/platform/flags/registry.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

type Row = { id: string; name: string; state: { isOn: boolean; because: FlagScope | 'default' } }

/** Which companies have a flag and why, a page at a time. */
export function FlagCompanies({
  flag: { name, companies, search, hasNext, hasPrevious },
}: {
  flag: {
    name: FlagName
    companies: Row[]
    search: string
    hasNext: boolean
    hasPrevious: boolean
  }
}) {
  const t = useT()
  const base = `/admin/flags/${name}`
  const address = (move: Record<string, string | undefined>) => {
    const query = new URLSearchParams(search ? { q: search } : {})
    for (const [key, value] of Object.entries(move)) if (value) query.set(key, value)
    return `${base}?${query.toString()}`
  }
  return (
    <Card title={t('control.whoHasIt')} flush>
      <div className="px-4 pb-4">
        <SearchField label={t('platform.searchCompanies')} defaultValue={search} action={base} />
      </div>
      {companies.length === 0 ? (
        <EmptyState compact title={t('control.noCompany')} />
      ) : (
        <Table
          caption={t('control.whoHasIt')}
          rows={companies}
          rowKey={({ id }) => id}
          href={({ id }) => `/admin/companies/${id}`}
          columns={[
            { header: t('platform.company'), cell: (row) => row.name },
            {
              header: t('control.state'),
              cell: ({ state }) => (
                <Badge tone={state.isOn ? 'good' : 'neutral'}>
                  {t(state.isOn ? 'control.on' : 'control.off')}
                </Badge>
              ),
            },
            {
              header: t('control.because'),
              cell: ({ state }) => t(`control.because_${state.because}`),
            },
          ]}
        />
      )}
      <Pagination
        previousTo={hasPrevious ? address({ before: companies[0]?.id }) : undefined}
        nextTo={hasNext ? address({ after: companies.at(-1)?.id }) : undefined}
      />
    </Card>
  )
}
