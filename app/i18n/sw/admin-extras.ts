import type { adminExtras as english } from '../en/admin-extras.ts'

export const adminExtras: Record<keyof typeof english, string> = {
  'admin.paymentsSumAll':
    '{count, plural, one {Malipo #} other {Malipo #}}, {amount} zimepokelewa baada ya marejesho.',
  'admin.did_subscription_coupon_redeemed': 'Kuponi imetumika',
  'admin.did_subscription_add_on_changed': 'Nyongeza zimebadilishwa',
  'admin.did_subscription_overage_chosen': 'Kanuni ya zaidi ya mpango imebadilishwa',
  'admin.job_card_refund': 'Kurudisha pesa kwenye kadi',
  'admin.did_credit_asked': 'Hati ya mkopo iliombwa',
  'admin.did_credit_approved': 'Hati ya mkopo iliidhinishwa',
  'admin.did_credit_refused': 'Hati ya mkopo haikutolewa',
  'admin.did_refund_asked': 'Kurudisha pesa kuliombwa',
  'admin.did_refund_retried': 'Kurudisha pesa kuliombwa tena',
  'admin.did_setting_sellerName': 'Jina kwenye ankara lilibadilishwa',
  'admin.did_setting_sellerAddress': 'Anwani kwenye ankara ilibadilishwa',
  'admin.did_setting_sellerTaxNumber': 'Nambari ya kodi ilibadilishwa',
  'admin.did_setting_taxPercent': 'VAT ilibadilishwa',
  'admin.did_setting_trialDays': 'Siku za bure zilibadilishwa',
  'admin.did_setting_reminders': 'Vikumbusho vya WhatsApp vilibadilishwa',
  'admin.job_onboarding_remind': 'Kumbusha kuandaa pamoja',
  'admin.job_billing_whatsapp': 'Kukumbusha kwa WhatsApp',
}
