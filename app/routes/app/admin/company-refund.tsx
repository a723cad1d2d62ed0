import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { parseMoney, toMoneyInput } from '#app/i18n/money.ts'
import {
  askRefund,
  listRefundable,
  refundableCredit,
} from '#app/platform/billing/refunds.server.ts'
import { findSubscription } from '#app/platform/billing/subscriptions.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { parseFields, readFields, refusal } from '#app/routes/account/posted-form.server.ts'
import { ActionPage } from '#app/routes/admin/action-page.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { toRefund } from '#app/routes/admin/refund-form.server.ts'
import { optionalText, requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const form = z.object({
  how: z.string({ error: 'required' }).regex(/^(mpesa|bank|cash|card-\d{1,15})$/, 'invalid_choice'),
  amount: requiredText(20),
  reference: optionalText(80),
})

function readMoney(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const asked = requireCompany(args, 'tenants.write')
  const { platform, company } = asked
  const currency = findSubscription(platform, company.id)?.currency ?? PLATFORM_CURRENCY
  return { ...asked, currency, credit: refundableCredit(platform, company.id, currency) }
}

export function loader(args: LoaderFunctionArgs) {
  const { platform, company, currency, credit, services } = readMoney(args)
  return {
    title: pageTitle(args, 'corrections.refund'),
    ...{ company: { id: company.id, name: company.name }, currency, credit },
    cards: services.cards ? listRefundable(platform, company.id) : [],
  }
}

/** Asks for a refund; it leaves, or counts, when a second person agrees. */
export async function action(args: ActionFunctionArgs) {
  const { platform, user, company, currency } = readMoney(args)
  const fields = await readFields(args.request)
  const parsed = parseFields(form, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const refuse = (errors: Record<string, string>) =>
    data({ result: refusal(errors, fields) }, { status: 422 })
  const { how, reference } = parsed.values
  const amount = parseMoney(parsed.values.amount, currency)
  if (!amount) return refuse({ amount: 'invalid_number' })
  const refund = toRefund(how, reference)
  if (!refund) return refuse({ reference: 'required' })
  const asked = askRefund(platform, user, {
    ...{ tenantId: company.id, amount, at: Date.now() },
    ...refund,
  })
  if (asked.ok) return redirect('/admin/payments?note=refund')
  const field = asked.reason === 'reference_taken' ? 'reference' : 'amount'
  return refuse({ [field]: `payment_${asked.reason}` })
}

export default function Refund() {
  const { company, currency, credit } = useLoaderData<typeof loader>()
  const t = useT()
  const { money } = useFormat()
  return (
    <ActionPage
      {...{ company, verb: 'refund' }}
      back={{ to: `/admin/companies/${company.id}/subscription`, label: company.name }}
      result={useActionData<{ result?: FormResult }>()?.result}
      title={t('corrections.refundTitle', { name: company.name })}
      lead={t('corrections.refundLead')}
      confirm={t('corrections.refundAsk')}
      closed={credit === 0 && <Notice>{t('corrections.refundNoCredit')}</Notice>}
    >
      <p>{t('corrections.refundCredit', { amount: money(credit, currency) })}</p>
      <Ways />
      <Field name="amount" label={t('corrections.refundAmount')}>
        <Input
          inputMode="decimal"
          autoComplete="off"
          before={currency}
          defaultValue={toMoneyInput(credit, currency)}
        />
      </Field>
      <Field
        name="reference"
        label={t('corrections.refundReference')}
        help={t('corrections.refundReferenceHelp')}
        optional
      >
        <Input autoComplete="off" maxLength={80} />
      </Field>
    </ActionPage>
  )
}

/** The cards that paid, and what is sent by hand. */
function Ways() {
  const { cards } = useLoaderData<typeof loader>()
  const t = useT()
  const { money, day } = useFormat()
  const byCard = cards.map(({ id, amount, left, currency, settledAt, invoiceNumber }) => ({
    value: `card-${id}`,
    label: t('corrections.refundToCard', {
      ...{ amount: money(amount, currency), day: day(settledAt) },
      number: invoiceNumber ?? '–',
    }),
    help: t('corrections.refundToCardHelp', { amount: money(left, currency) }),
  }))
  const byHand = (['mpesa', 'bank', 'cash'] as const).map((value) => ({
    value,
    label: t('corrections.refundByHand', { method: t(`billing.method.${value}`) }),
  }))
  return (
    <RadioGroup
      name="how"
      legend={t('corrections.refundHow')}
      defaultValue={byCard[0]?.value ?? 'mpesa'}
      options={[...byCard, ...byHand]}
    />
  )
}
