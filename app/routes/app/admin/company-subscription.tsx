import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDocuments, listPayments } from '#app/platform/billing/documents.server.ts'
import { readStanding } from '#app/platform/billing/standing.server.ts'
import { requireCompany, toCompanyFrame } from '#app/routes/admin/company-frame.server.ts'
import { CompanyPage } from '#app/routes/admin/company-page.tsx'
import { InvoiceTable, PaymentTable } from '#app/routes/admin/money-tables.tsx'
import { SubscriptionActions } from '#app/routes/admin/subscription-actions.tsx'
import { SubscriptionFacts } from '#app/routes/admin/subscription-facts.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** What a company has ordered, was charged and has paid. */
export function loader(args: LoaderFunctionArgs) {
  const asked = requireCompany(args, 'admin.read')
  const { platform, company } = asked
  const query = new URL(args.request.url).searchParams
  const edge = (name: string) => Number(query.get(name)) || undefined
  return {
    title: pageTitle(args, 'admin.tabSubscription'),
    frame: toCompanyFrame(asked, args.request),
    standing: readStanding(platform, company.id) ?? null,
    invoices: listDocuments(platform, company.id, { before: edge('invoices') }),
    payments: listPayments(platform, company.id, { before: edge('payments') }),
    isPaged: { invoices: query.has('invoices'), payments: query.has('payments') },
  }
}

export default function CompanySubscription() {
  const { frame, standing, invoices, payments, isPaged } = useLoaderData<typeof loader>()
  const t = useT()
  const base = `/admin/companies/${frame.company.id}/subscription`
  const pages = (name: 'invoices' | 'payments', next: number | null) => (
    <Pagination
      previousTo={isPaged[name] ? base : undefined}
      nextTo={next === null ? undefined : `${base}?${name}=${next}`}
    />
  )
  return (
    <CompanyPage frame={frame}>
      {standing ? (
        <>
          <SubscriptionFacts standing={standing} />
          {frame.may.change && <SubscriptionActions base={base} standing={standing} />}
        </>
      ) : (
        <NoSubscription />
      )}
      <Card title={t('admin.invoices')} flush>
        {invoices.rows.length === 0 ? (
          <EmptyState compact title={t('admin.invoicesNone')} />
        ) : (
          <InvoiceTable
            rows={invoices.rows}
            base={`/admin/companies/${frame.company.id}/invoices`}
          />
        )}
        {pages('invoices', invoices.next)}
      </Card>
      <Card title={t('admin.payments')} flush>
        {payments.rows.length === 0 ? (
          <EmptyState compact title={t('admin.paymentsNone')} />
        ) : (
          <PaymentTable rows={payments.rows} />
        )}
        {pages('payments', payments.next)}
      </Card>
    </CompanyPage>
  )
}

function NoSubscription() {
  const { frame } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Card>
      <EmptyState
        compact
        title={t('admin.subscriptionNone')}
        action={
          frame.may.change && (
            <LinkButton to={`/admin/companies/${frame.company.id}/plan`}>
              {t('admin.subscriptionStart')}
            </LinkButton>
          )
        }
      >
        {t('admin.subscriptionNoneLead')}
      </EmptyState>
    </Card>
  )
}
