import type { Area } from '../translate.ts'

/** What a company's history says of extras. */
export const adminExtras = {
  'admin.did_subscription_coupon_redeemed': 'Coupon used',
  'admin.did_subscription_add_on_changed': 'Add-ons changed',
  'admin.did_subscription_overage_chosen': 'Rule beyond the plan changed',
} satisfies Area<'admin'>
