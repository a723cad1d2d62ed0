import type { Area } from '../translate.ts'

/** What a company's history says of extras. */
export const adminExtras = {
  'admin.paymentsSumAll':
    '{count, plural, one {# payment} other {# payments}}, {amount} received after refunds.',
  'admin.did_subscription_coupon_redeemed': 'Coupon used',
  'admin.did_subscription_add_on_changed': 'Add-ons changed',
  'admin.did_subscription_overage_chosen': 'Rule beyond the plan changed',
  'admin.job_card_refund': 'Give money back to a card',
  'admin.did_credit_asked': 'Credit note asked for',
  'admin.did_credit_approved': 'Credit note approved',
  'admin.did_credit_refused': 'Credit note not issued',
  'admin.did_refund_asked': 'Refund asked for',
  'admin.did_refund_retried': 'Refund asked for again',
  'admin.did_setting_sellerName': 'Name on invoices changed',
  'admin.did_setting_sellerAddress': 'Address on invoices changed',
  'admin.did_setting_sellerTaxNumber': 'Tax number on invoices changed',
  'admin.did_setting_taxPercent': 'VAT changed',
  'admin.did_setting_trialDays': 'Free days of new plans changed',
  'admin.did_setting_reminders': 'Reminders by WhatsApp changed',
  'admin.job_onboarding_remind': 'Remind of setting up together',
  'admin.job_billing_whatsapp': 'Remind by WhatsApp',
} satisfies Area<'admin'>
