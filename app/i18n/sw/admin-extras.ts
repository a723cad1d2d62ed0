import type { adminExtras as english } from '../en/admin-extras.ts'

export const adminExtras: Record<keyof typeof english, string> = {
  'admin.did_subscription_coupon_redeemed': 'Kuponi imetumika',
  'admin.did_subscription_add_on_changed': 'Nyongeza zimebadilishwa',
  'admin.did_subscription_overage_chosen': 'Kanuni ya zaidi ya mpango imebadilishwa',
}
