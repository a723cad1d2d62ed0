import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { parsePhone } from '#app/domain/contacts/phone-numbers.ts'
import { noteBilling, toBillingFrame } from '#app/routes/billing-page.server.ts'
import { requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { CardPayForm } from '#app/ui/billing/card-pay-form.tsx'
import { PayAmount, PayForm } from '#app/ui/billing/pay-form.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

const PHONE_LENGTH_MAX = 30
const payForm = z.object({ phone: requiredText(PHONE_LENGTH_MAX) })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing, db } = toBillingFrame(args.context, args.request)
  const invoice = billing.document(Number(args.params['id']))
  if (invoice?.kind !== 'invoice') throw new Response(null, { status: 404 })
  const { id, number, currency, dueAt } = invoice
  if (invoice.status !== 'open') throw redirect(`/settings/billing/invoices/${id}`)
  const known = billing.lastPhone()
  return {
    title: pageTitle(args, 'billing.payTitle', { number }),
    ...{ id, number, currency, dueAt, open: invoice.total - invoice.settled },
    phone: known ? `+${known}` : (getCompany(db).phone ?? ''),
    canPay: billing.canPayByPhone,
    canPayByCard: billing.cards !== undefined,
    refused: toRefusal(args.request),
  }
}

const refusals = ['already_asked', 'not_payable', 'card_unavailable'] as const

/** Why the vendor's page for cards was not opened. */
function toRefusal(request: Request): (typeof refusals)[number] | null {
  const named = new URL(request.url).searchParams.get('refused')
  return refusals.find((one) => one === named) ?? null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const invoiceId = Number(params['id'])
  const invoice = portal.billing.document(invoiceId)
  if (invoice?.kind !== 'invoice') throw new Response(null, { status: 404 })
  const read = await readForm(request, payForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const phone = parsePhone(read.values.phone)?.e164.slice(1) ?? ''
  const asked = portal.billing.payByPhone(invoiceId, phone)
  if (!asked.ok && asked.reason === 'nothing_open')
    return redirect('/settings/billing?note=nothing')
  if (!asked.ok) {
    const field = asked.reason === 'phone_invalid' ? 'phone' : ''
    const refused = refuseForm(read.values, { [field]: `mpesa_${asked.reason}` })
    return data(refused.result, { status: 422 })
  }
  noteBilling(portal, 'billing.payment_asked', { invoice: invoice.number })
  return redirect(`/settings/billing/payments/${asked.paymentId}`)
}

export default function Pay() {
  const t = useT()
  const invoice = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('billing.payTitle', { number: invoice.number })}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      {invoice.refused && (
        <Notice tone="warn">{t(`billing.cardRefused.${invoice.refused}`)}</Notice>
      )}
      <PayAmount {...invoice} />
      {invoice.canPay && (
        <FormState result={result}>
          <PayForm id={invoice.id} phone={invoice.phone} />
        </FormState>
      )}
      {invoice.canPayByCard && <CardPayForm id={invoice.id} isFirst={!invoice.canPay} />}
      {!invoice.canPay && !invoice.canPayByCard && (
        <Notice>{t('billing.payOff', { number: invoice.number })}</Notice>
      )}
    </Page>
  )
}
