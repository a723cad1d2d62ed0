import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseMoney, toMoneyInput } from '#app/i18n/money.ts'
import { askCredit, creditableOf } from '#app/platform/billing/credit-asks.server.ts'
import { findDocument } from '#app/platform/billing/documents.server.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Input, Textarea } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const REASON_LENGTH_MAX = 200
const form = z.object({ amount: requiredText(20), reason: requiredText(REASON_LENGTH_MAX) })

/** @throws Response 404 for what is no invoice of this company */
function requireInvoice(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const asked = requireCompany(args, 'tenants.write')
  const id = Number(args.params['invoiceId'])
  const invoice = findDocument(asked.platform, asked.company.id, id)
  if (invoice?.kind !== 'invoice') throw new Response(null, { status: 404 })
  return { ...asked, invoice }
}

export function loader(args: LoaderFunctionArgs) {
  const { platform, company, invoice } = requireInvoice(args)
  const { id, number, currency, taxPercent } = invoice
  return {
    title: pageTitle(args, 'corrections.credit'),
    company: { id: company.id, name: company.name },
    ...{ invoice: { id, number, currency, taxPercent }, most: creditableOf(platform, id) },
  }
}

/** Asks for a credit note; it is issued when a second person agrees. */
export async function action(args: ActionFunctionArgs) {
  const { platform, user, company, invoice } = requireInvoice(args)
  const fields = await readFields(args.request)
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const subtotal = parseMoney(parsed.values.amount, invoice.currency)
  if (subtotal === undefined)
    return data({ result: refusal({ amount: 'invalid_number' }, fields) }, { status: 422 })
  const { reason } = parsed.values
  const ask = { tenantId: company.id, invoiceId: invoice.id, subtotal, reason, at: Date.now() }
  const asked = askCredit(platform, user, ask)
  if (asked.ok) return redirect(`/admin/companies/${company.id}/invoices/${invoice.id}?asked`)
  const result = refusal({ amount: `credit_${asked.reason}` }, fields)
  return data({ result }, { status: 422 })
}

export default function Credit() {
  const { company, invoice, most } = useLoaderData<typeof loader>()
  const t = useT()
  const { money } = useFormat()
  const { id, number, currency, taxPercent: percent } = invoice
  return (
    <ActionPage
      {...{ company, verb: `invoices/${id}/credit` }}
      back={{ to: `/admin/companies/${company.id}/invoices/${id}`, label: number }}
      result={useActionData<{ result?: FormResult }>()?.result}
      title={t('corrections.creditOf', { number })}
      lead={t('corrections.creditLead')}
      confirm={t('corrections.creditAsk')}
      closed={most === 0 && <Notice>{t('corrections.creditNothing')}</Notice>}
    >
      <Field
        name="amount"
        label={t('corrections.creditAmount')}
        help={t('corrections.creditAmountHelp', { amount: money(most, currency), percent })}
      >
        <Input
          inputMode="decimal"
          autoComplete="off"
          before={currency}
          defaultValue={toMoneyInput(most, currency)}
        />
      </Field>
      <Field
        name="reason"
        label={t('corrections.creditReason')}
        help={t('corrections.creditReasonHelp')}
      >
        <Textarea rows={2} maxLength={REASON_LENGTH_MAX} required />
      </Field>
    </ActionPage>
  )
}
