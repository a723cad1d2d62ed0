import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { measures } from '#app/domain/usage/measures.ts'
import { parseMoney } from '#app/i18n/money.ts'
import { noteBilling, toBillingFrame } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { OverageFields } from '#app/ui/billing/overage-fields.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

/** Minor units; a cap beyond this is a slip of the finger. */
const CAP_MAX = 100_000_000
const overageForm = z.object({ rule: z.enum(['stop', 'pay']), cap: z.string().default('') })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing } = toBillingFrame(args.context, args.request)
  const standing = billing.standing()
  if (!standing) throw redirect('/settings/billing')
  const { plan, currency, overageCap } = standing
  const prices = measures.flatMap((name) => {
    const amount = plan.overage[name] ?? 0
    return amount > 0 ? [{ name, amount }] : []
  })
  return { title: pageTitle(args, 'extras.overage'), prices, currency, cap: overageCap }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const { billing, member } = portal
  const standing = billing.standing()
  if (!standing) throw new Response(null, { status: 404 })
  const read = await readForm(request, overageForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const { rule, cap: typed } = read.values
  const cap = rule === 'stop' ? null : (parseMoney(typed, standing.currency) ?? 0)
  if (cap !== null && (cap <= 0 || cap > CAP_MAX))
    return data(refuseForm(read.values, { cap: 'invalid_number' }).result, { status: 422 })
  const chosen = billing.chooseOverage(member, cap)
  if (!chosen.ok) return redirect('/settings/billing?note=refused')
  noteBilling(portal, 'billing.overage_chosen', { rule })
  return redirect('/settings/billing?note=overage')
}

export default function Overage() {
  const t = useT()
  const { prices, currency, cap } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('extras.overage')}
        description={t('extras.overageLead')}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      {prices.length === 0 ? (
        <Notice>{t('extras.overageNoOffer')}</Notice>
      ) : (
        <FormState result={result}>
          <Form method="post" noValidate>
            <OverageFields {...{ prices, currency, cap }} />
          </Form>
        </FormState>
      )}
    </Page>
  )
}
