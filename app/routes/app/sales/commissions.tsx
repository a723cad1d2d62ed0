import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { Coins, Download } from 'lucide-react'
import { decodeCursor } from '#app/domain/conversations/cursor.ts'
import {
  listCommissions,
  listOwed,
  sumCommissions,
} from '#app/platform/sales/commissions.server.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { readCommissionFilter, recentMonths } from '#app/routes/commission-filter.server.ts'
import { toPaging } from '#app/routes/list-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useErrorText, useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { CommissionFilters, Decisions } from '#app/ui/sales-portal/commission-parts.tsx'
import { CommissionTable } from '#app/ui/sales-portal/commission-table.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'
import { Stat } from '#app/ui/stat.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const said = ['approved', 'paidOut'] as const

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const query = new URL(args.request.url).searchParams
  const { filter, month } = readCommissionFilter(query)
  const after = decodeCursor(query.get('after') ?? '')
  const { rows, next } = listCommissions(platform, user, { ...filter, after })
  return {
    title: pageTitle(args, 'prospects.commissions'),
    ...{ rows, filter, month, months: recentMonths(Date.now()) },
    paging: toPaging(args.request, next),
    sums: sumCommissions(platform, user, { ...filter, state: undefined }),
    owed: isManager(user) ? listOwed(platform, user) : [],
    isManager: isManager(user),
    reps: isManager(user) ? listReps(platform) : [],
    note: said.find((one) => one === query.get('note')),
    problem: query.get('problem')?.slice(0, 40),
  }
}

export default function Commissions() {
  const t = useT()
  const errorText = useErrorText()
  const { rows, filter, month, isManager, owed, paging, note, problem } =
    useLoaderData<typeof loader>()
  const isNarrowed = Boolean(filter.state ?? filter.repId ?? (month || undefined))
  return (
    <SalesFrame at="commissions" isManager={isManager}>
      <PageHeader
        title={t('prospects.commissions')}
        description={t('prospects.commissionsLead')}
        actions={isManager && <LinkButton to="/sales/rates">{t('prospects.rates')}</LinkButton>}
      />
      {note && (
        <div role="status">
          <Notice tone="good">
            {t(note === 'approved' ? 'prospects.approved' : 'prospects.paidOut')}
          </Notice>
        </div>
      )}
      {problem && (
        <div role="alert">
          <Notice tone="bad">{errorText(problem)}</Notice>
        </div>
      )}
      <Narrowing />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<Coins aria-hidden />}
            title={t(isNarrowed ? 'prospects.commissionsNoneFound' : 'prospects.commissionsNone')}
          >
            {!isNarrowed && t('prospects.commissionsNoneLead')}
          </EmptyState>
        ) : (
          <CommissionTable rows={rows} showsRep={isManager} />
        )}
        <Pagination {...paging} />
      </Card>
      {rows.length > 0 && <Export />}
      {isManager && <Decisions owed={owed} />}
    </SalesFrame>
  )
}

function Narrowing() {
  const t = useT()
  const { money } = useFormat()
  const { filter, month, months, reps, sums } = useLoaderData<typeof loader>()
  return (
    <>
      <CommissionFilters
        state={filter.state ?? ''}
        month={month}
        months={months.map((value) => ({ value, label: value }))}
        repId={filter.repId}
        reps={reps}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        {(['pending', 'approved', 'paid'] as const).map((state) => (
          <Stat key={state} label={t(`prospects.sum_${state}`)} value={money(sums[state])} />
        ))}
      </div>
    </>
  )
}

/** The list as it is filtered, as a sheet. */
function Export() {
  const t = useT()
  const { search } = useLocation()
  return (
    <form method="post" action="/sales/commissions/export">
      <input type="hidden" name="query" value={search} />
      <Button type="submit" icon={<Download className="size-4" aria-hidden />}>
        {t('prospects.export')}
      </Button>
    </form>
  )
}
