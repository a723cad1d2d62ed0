import type { adminExtras as english } from '../en/admin-extras.ts'

export const adminExtras: Record<keyof typeof english, string> = {
  'admin.did_subscription_coupon_redeemed': 'Kuponi imetumika',
  'admin.did_subscription_add_on_changed': 'Nyongeza zimebadilishwa',
  'admin.did_subscription_overage_chosen': 'Kanuni ya zaidi ya mpango imebadilishwa',
  'admin.job_card_refund': 'Kurudisha pesa kwenye kadi',
  'admin.did_credit_asked': 'Hati ya mkopo iliombwa',
  'admin.did_credit_approved': 'Hati ya mkopo iliidhinishwa',
  'admin.did_credit_refused': 'Hati ya mkopo haikutolewa',
  'admin.did_refund_asked': 'Kurudisha pesa kuliombwa',
  'admin.did_refund_retried': 'Kurudisha pesa kuliombwa tena',
}
