import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Wallet } from 'lucide-react'
import { listWaitingCredits } from '#app/platform/billing/credit-asks.server.ts'
import { listAllPayments, listUndecided } from '#app/platform/billing/manual-payments.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { toId } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { CreditTable } from '#app/ui/billing/credit-table.tsx'
import { RecordedTable } from '#app/ui/billing/recorded-table.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'

const notes = {
  recorded: 'billing.staff.recorded',
  approved: 'billing.staff.approved',
  refused: 'billing.staff.refused',
  ...({ issued: 'corrections.issued', dropped: 'corrections.dropped' } as const),
  ...({ refund: 'corrections.refundAsked', retried: 'corrections.retried' } as const),
} as const

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const [before, search] = [toId(query.get('before')), (query.get('q') ?? '').trim()]
  const note = query.get('note')
  return {
    ...{ title: pageTitle(args, 'billing.staff.title'), search, userId: user.id },
    note: note && Object.hasOwn(notes, note) ? (note as keyof typeof notes) : undefined,
    problem: query.get('problem')?.slice(0, 40),
    ...{ mayWrite: platformCan(user.role, 'tenants.write'), isFirst: before === undefined },
    credits: listWaitingCredits(platform),
    ...{ waiting: listUndecided(platform), ...listAllPayments(platform, { before, search }) },
  }
}

export default function Payments() {
  const t = useT()
  const errorText = useErrorText()
  const { rows, next, search, isFirst, waiting, credits, ...shown } = useLoaderData<typeof loader>()
  const { note, problem, userId, mayWrite } = shown
  const address = `/admin/payments?q=${encodeURIComponent(search)}`
  return (
    <Page width="wide">
      <PageHeader
        title={t('billing.staff.title')}
        description={t('billing.staff.lead')}
        actions={
          mayWrite && (
            <LinkButton to="/admin/payments/new" variant="primary">
              {t('billing.staff.new')}
            </LinkButton>
          )
        }
      />
      <div role="status" className="empty:hidden">
        {note && <Notice tone="good">{t(notes[note])}</Notice>}
        {problem && <Notice tone="bad">{errorText(problem)}</Notice>}
      </div>
      {waiting.length > 0 && (
        <Card title={t('billing.staff.waiting')} description={t('billing.staff.waitingLead')} flush>
          <RecordedTable rows={waiting} userId={userId} mayDecide={mayWrite} />
        </Card>
      )}
      {credits.length > 0 && (
        <Card title={t('corrections.waiting')} description={t('corrections.waitingLead')} flush>
          <CreditTable rows={credits} userId={userId} mayDecide={mayWrite} />
        </Card>
      )}
      <FilterBar search={<SearchInput label={t('billing.staff.search')} value={search} />}>
        {null}
      </FilterBar>
      <Card title={t('billing.staff.all')} flush>
        {rows.length === 0 ? (
          <EmptyState compact icon={<Wallet aria-hidden />} title={t('billing.paymentsNone')} />
        ) : (
          <RecordedTable rows={rows} userId={userId} mayDecide={false} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address}
          nextTo={next === null ? undefined : `${address}&before=${next}`}
        />
      </Card>
    </Page>
  )
}
