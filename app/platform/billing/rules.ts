/** When things happen around an unpaid invoice. Days are the company's calendar days. */
export const billingRules = {
  /** from an invoice's issue to its due day */
  paymentTermDays: 7,
  /** a kept card is charged so long before an invoice is due */
  chargedDaysBefore: 1,
  /** before a trial's end */
  trialNoticeDays: 3,
  /** after the due day: the company is reminded */
  reminderDays: [0, 3, 7],
  /** after the due day: the company is suspended */
  graceDays: 14,
  /** after the suspension: the subscription ends */
  givenUpDays: 45,
  /** minor units from which a vendor's unsigned word is confirmed by asking it */
  confirmFrom: 2_000_000,
} as const
