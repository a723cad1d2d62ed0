import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ArrowRightLeft } from 'lucide-react'
import { can } from '#app/domain/members/permissions.ts'
import { listTransfers } from '#app/domain/transfers/list.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TransferTable } from '#app/ui/transfers/transfer-table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const notes = ['decided', 'withdrawn'] as const

/** What waits for a decision and what was decided; for an agent, their own requests. */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  const query = new URL(args.request.url).searchParams
  const isPending = query.get('state') !== 'decided'
  const before = /^[1-9]\d{0,14}$/.test(query.get('before') ?? '')
    ? Number(query.get('before'))
    : undefined
  return {
    title: pageTitle(args, 'transfers.title'),
    ...listTransfers(db, member, { isPending, before }),
    isPending,
    isFirst: before === undefined,
    mayDecide: can(member, 'conversations.assign'),
    note: notes.find((note) => note === query.get('note')),
  }
}

export default function Transfers() {
  const t = useT()
  const { rows, next, isPending, isFirst, note, mayDecide } = useLoaderData<typeof loader>()
  const here = isPending ? '/transfers' : '/transfers?state=decided'
  return (
    <Page width="wide">
      <PageHeader title={t('transfers.title')} description={t('transfers.lead')} />
      {note && (
        <div role="status">
          <Notice tone="good">{t(`transfers.note_${note}`)}</Notice>
        </div>
      )}
      <Tabs
        label={t('transfers.state')}
        tabs={[
          { to: '/transfers', label: t('transfers.waiting'), active: isPending },
          { to: '/transfers?state=decided', label: t('transfers.decided'), active: !isPending },
        ]}
      />
      <Card flush>
        {rows.length === 0 ? (
          <Nothing isPending={isPending} mayDecide={mayDecide} />
        ) : (
          <TransferTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : here}
          nextTo={next ? `${here}${isPending ? '?' : '&'}before=${next}` : undefined}
        />
      </Card>
    </Page>
  )
}

function Nothing({ isPending, mayDecide }: { isPending: boolean; mayDecide: boolean }) {
  const t = useT()
  const icon = <ArrowRightLeft aria-hidden />
  if (!isPending) return <EmptyState icon={icon} title={t('transfers.noneDecided')} />
  return (
    <EmptyState icon={icon} title={t(mayDecide ? 'transfers.noneWaiting' : 'transfers.noneOwn')}>
      {t(mayDecide ? 'transfers.noneWaitingLead' : 'transfers.noneOwnLead')}
    </EmptyState>
  )
}
