import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ADD_ON_QUANTITY_MAX } from '#app/platform/billing/add-on-limits.ts'
import { noteBilling, toBillingFrame } from '#app/routes/billing-page.server.ts'
import { wholeNumberField } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { AddOnFields } from '#app/ui/billing/add-on-fields.tsx'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing } = toBillingFrame(args.context, args.request)
  const standing = billing.standing()
  if (!standing) throw redirect('/settings/billing')
  const { status, periodEnd, taxPercent } = standing
  return {
    title: pageTitle(args, 'extras.addOns'),
    ...{ offers: billing.offers(), periodEnd, taxPercent },
    isChangeable: status === 'trial' || status === 'active',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const { billing, member } = portal
  const count = wholeNumberField(0, ADD_ON_QUANTITY_MAX)
  const offers = billing.offers()
  const form = z.object(Object.fromEntries(offers.map(({ id }) => [`count_${id}`, count])))
  const read = await readForm(request, form)
  if (!read.ok) return data(read.result, { status: 422 })
  for (const { id, name, quantity, nextQuantity } of offers) {
    const wanted = read.values[`count_${id}`] ?? 0
    if (wanted === (nextQuantity ?? quantity)) continue
    const set = billing.setAddOn(member, id, wanted)
    if (!set.ok) return redirect('/settings/billing?note=refused')
    noteBilling(portal, 'billing.add_on_changed', { addOn: name, count: wanted })
  }
  return redirect('/settings/billing?note=addOns')
}

export default function AddOns() {
  const t = useT()
  const { offers, isChangeable, ...rest } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('extras.addOns')}
        description={t('extras.addOnsLead')}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      {!isChangeable && <Notice tone="warn">{t('extras.addOnsUnpaid')}</Notice>}
      {offers.length === 0 && <Notice>{t('extras.addOnsNoOffer')}</Notice>}
      {offers.length > 0 && (
        <FormState result={result}>
          <Form method="post" noValidate>
            <Card
              footer={
                <>
                  <LinkButton to="/settings/billing" variant="quiet">
                    {t('common.cancel')}
                  </LinkButton>
                  {isChangeable && <SubmitButton>{t('extras.addOnsSave')}</SubmitButton>}
                </>
              }
            >
              <FormErrorSummary />
              <AddOnFields {...{ offers, ...rest }} isOff={!isChangeable} />
            </Card>
          </Form>
        </FormState>
      )}
    </Page>
  )
}
