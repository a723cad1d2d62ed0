import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Wallet } from 'lucide-react'
import { toBillingFrame, toId } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { PaymentTable } from '#app/ui/billing/payment-table.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing } = toBillingFrame(args.context, args.request)
  const before = toId(new URL(args.request.url).searchParams.get('before'))
  return {
    ...{ title: pageTitle(args, 'billing.payments'), isFirst: before === undefined },
    ...billing.payments({ before }),
  }
}

export default function Payments() {
  const t = useT()
  const { rows, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader
        title={t('billing.payments')}
        description={t('billing.paymentsLead')}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon={<Wallet aria-hidden />} title={t('billing.paymentsNone')}>
            {t('billing.paymentsNoneLead')}
          </EmptyState>
        ) : (
          <PaymentTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : '/settings/billing/payments'}
          nextTo={next === null ? undefined : `/settings/billing/payments?before=${next}`}
        />
      </Card>
    </Page>
  )
}
