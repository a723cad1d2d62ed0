import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { noteBilling, toBillingFrame } from '#app/routes/billing-page.server.ts'
import { requiredText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

const CODE_MAX = 24
const couponForm = z.object({ code: requiredText(CODE_MAX) })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing } = toBillingFrame(args.context, args.request)
  const standing = billing.standing()
  if (!standing) throw redirect('/settings/billing')
  const { coupon } = standing
  return {
    title: pageTitle(args, 'extras.coupon'),
    isRunning: coupon !== null && coupon.monthsLeft !== 0,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const { billing, member, services, tenant } = portal
  const read = await readForm(request, couponForm)
  if (!read.ok) return data(read.result, { status: 422 })
  // Codes are short: who guesses is stopped.
  const counted = await services.throttle.count({ 'coupon.account': tenant.id })
  const redeemed = counted.ok ? billing.redeem(member, read.values.code) : undefined
  if (!redeemed?.ok) {
    const reason = redeemed ? redeemed.reason : 'too_often'
    return data(refuseForm(read.values, { code: `coupon_${reason}` }).result, { status: 422 })
  }
  noteBilling(portal, 'billing.coupon_redeemed', { code: redeemed.coupon.code })
  return redirect('/settings/billing?note=coupon')
}

export default function Coupon() {
  const t = useT()
  const { isRunning } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('extras.coupon')}
        description={t('extras.couponLead')}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      {isRunning && <Notice>{t('extras.couponRuns')}</Notice>}
      <FormState result={result}>
        <Form method="post" noValidate>
          <Card
            footer={
              <>
                <LinkButton to="/settings/billing" variant="quiet">
                  {t('common.cancel')}
                </LinkButton>
                <SubmitButton>{t('extras.couponRedeem')}</SubmitButton>
              </>
            }
          >
            <div className="flex flex-col gap-4">
              <FormErrorSummary labels={{ code: t('extras.couponCode') }} />
              <Field name="code" label={t('extras.couponCode')}>
                <Input maxLength={CODE_MAX} autoComplete="off" spellCheck={false} />
              </Field>
            </div>
          </Card>
        </Form>
      </FormState>
    </Page>
  )
}
