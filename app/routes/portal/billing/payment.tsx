import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { toBillingFrame } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { PaymentOutcome } from '#app/ui/billing/payment-outcome.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing } = toBillingFrame(args.context, args.request)
  const payment = billing.payment(Number(args.params['id']))
  if (!payment) throw new Response(null, { status: 404 })
  const { phone, ...shown } = payment
  return {
    title: pageTitle(args, 'billing.payments'),
    payment: { ...shown, phone: phone && `+${phone}` },
  }
}

export default function Payment() {
  const t = useT()
  const { payment } = useLoaderData<typeof loader>()
  return (
    <Page width="narrow">
      <PageHeader
        title={payment.invoiceNumber ?? t('billing.payments')}
        back={{ to: '/settings/billing/payments', label: t('billing.payments') }}
      />
      <PaymentOutcome payment={payment} />
    </Page>
  )
}
