import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TrendingUp } from 'lucide-react'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { listLeads } from '#app/domain/leads/list.server.ts'
import { listStages } from '#app/domain/leads/stages.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { LeadTable } from '#app/ui/leads/lead-table.tsx'
import { LeadsFrame } from '#app/ui/leads/leads-frame.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const SEARCH_MAX = 100

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.read')
  const query = new URL(args.request.url).searchParams
  const stages = listStages(db)
  const search = (query.get('q') ?? '').trim().slice(0, SEARCH_MAX)
  const stage = stages.find(({ id }) => String(id) === query.get('stage'))
  const after = decodeCursor(query.get('after') ?? '')
  const { rows, next } = listLeads(db, member, { search, stageId: stage?.id, after })
  return {
    title: pageTitle(args, 'leads.title'),
    ...{ rows, stages, search, stageId: stage?.id, isFirst: !after },
    next: next && encodeCursor(next),
    mayWrite: can(member, 'contacts.write'),
  }
}

export default function LeadList() {
  const t = useT()
  const { rows, stages, search, stageId, isFirst, next, mayWrite } = useLoaderData<typeof loader>()
  const address = (values: Record<string, string | number | undefined>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(values)) if (value) query.set(name, String(value))
    return `/leads/list?${query.toString()}`
  }
  return (
    <LeadsFrame at="list" mayWrite={mayWrite}>
      <div className="w-full sm:w-72">
        <SearchField
          label={t('leads.search')}
          defaultValue={search}
          keep={{ stage: stageId === undefined ? undefined : String(stageId) }}
        />
      </div>
      <Tabs
        label={t('leads.stage')}
        tabs={[{ id: undefined, name: t('common.all') }, ...stages].map(({ id, name }) => ({
          ...{ to: address({ q: search, stage: id }), label: name, active: id === stageId },
        }))}
      />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<TrendingUp aria-hidden />}
            title={t(search || stageId ? 'leads.noneFound' : 'leads.none')}
          >
            {!search && !stageId && t('leads.noneLead')}
          </EmptyState>
        ) : (
          <LeadTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address({ q: search, stage: stageId })}
          nextTo={next && address({ q: search, stage: stageId, after: next })}
        />
      </Card>
    </LeadsFrame>
  )
}
