import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Rocket } from 'lucide-react'
import { onboardingStates } from '#app/platform/onboarding/schema.server.ts'
import { listSessions } from '#app/platform/onboarding/sessions.server.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { readId } from '#app/routes/list-filter.server.ts'
import { SessionTable } from '#app/routes/onboarding/session-table.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ChoiceFilter, FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const states = ['scheduled', 'in_progress', 'completed', 'cancelled'] as const

/** Companies on their way: a rep's own, for managers all. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const query = new URL(args.request.url).searchParams
  const filter = {
    search: (query.get('q') ?? '').trim().slice(0, 100),
    state: onboardingStates.find((state) => state === query.get('state')),
    repId: readId(query.get('rep')),
  }
  return {
    title: pageTitle(args, 'onboarding.sessions'),
    ...listSessions(platform, user, { ...filter, before: readId(query.get('before')) }),
    ...{ filter, isFirst: !query.has('before'), isManager: isManager(user) },
    reps: isManager(user) ? listReps(platform) : [],
  }
}

export default function Onboarding() {
  const { rows, next, filter, reps, isFirst, isManager } = useLoaderData<typeof loader>()
  const t = useT()
  const { search, state, repId } = filter
  const isNarrowed = Boolean(search || state || repId)
  const address = (before?: number) => {
    const query = new URLSearchParams({ q: search, state: state ?? '', rep: `${repId ?? ''}` })
    if (before) query.set('before', String(before))
    return `/sales/onboarding?${query.toString()}`
  }
  return (
    <SalesFrame at="onboarding" isManager={isManager}>
      <PageHeader title={t('onboarding.sessions')} description={t('onboarding.sessionsLead')} />
      <FilterBar search={<SearchInput label={t('onboarding.search')} value={search} />}>
        <ChoiceFilter
          name="state"
          label={t('onboarding.state')}
          all={t('onboarding.allStates')}
          value={state}
          options={states.map((value) => ({ value, label: t(`onboarding.state_${value}`) }))}
        />
        {reps.length > 0 && (
          <ChoiceFilter
            name="rep"
            label={t('prospects.rep')}
            all={t('prospects.allReps')}
            value={repId === undefined ? '' : String(repId)}
            options={reps.map((rep) => ({ value: String(rep.id), label: rep.name }))}
          />
        )}
      </FilterBar>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<Rocket aria-hidden />}
            title={t(isNarrowed ? 'onboarding.noneFound' : 'onboarding.none')}
          >
            {!isNarrowed && t('onboarding.noneLead')}
          </EmptyState>
        ) : (
          <SessionTable rows={rows} showsRep={isManager} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address()}
          nextTo={next ? address(next) : undefined}
        />
      </Card>
    </SalesFrame>
  )
}
