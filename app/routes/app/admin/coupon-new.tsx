import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DateTime } from 'luxon'
import { addCoupon } from '#app/platform/billing/coupons.server.ts'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { refusal } from '#app/routes/account/posted-form.server.ts'
import { CouponFields } from '#app/routes/admin/coupon-fields.tsx'
import { parseCoupon } from '#app/routes/admin/coupon-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

/** Where the platform's own days end. */
const ZONE = 'Africa/Nairobi'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'plans.write')
  const plans = listPlans(platform, PLATFORM_CURRENCY).map(({ id, name }) => ({ id, name }))
  return { title: pageTitle(args, 'extras.couponNew'), plans }
}

/** Makes a coupon that can be entered at once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const at = Date.now()
  const parsed = await parseCoupon(request, {
    plans: listPlans(platform, PLATFORM_CURRENCY).map(({ id }) => id),
    now: at,
    dayEnds: (day) => DateTime.fromISO(day, { zone: ZONE }).endOf('day').toMillis(),
  })
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  const by = { kind: 'user', id: user.id, name: user.name } as const
  if (addCoupon(platform, by, { coupon: parsed.values, at }))
    return redirect('/admin/coupons?note=made')
  const { code, percent, months, usesMax } = parsed.values
  const typed = Object.entries({ percent, months, usesMax }).map(([name, value]) => {
    return [name, value === null ? '' : String(value)] as const
  })
  const kept = { ...Object.fromEntries(typed), couponCode: code }
  return data({ result: refusal({ couponCode: 'coupon_taken' }, kept) }, { status: 422 })
}

export default function NewCoupon() {
  const { plans } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={t('extras.couponNew')}
        description={t('extras.couponsLead')}
        back={{ to: '/admin/coupons', label: t('extras.coupons') }}
      />
      <CouponFields plans={plans} result={useActionData<{ result?: FormResult }>()?.result} />
    </Page>
  )
}
