import type { Prompt } from './server.ts'

/** The body of a callback as Safaricom writes it: items in no fixed order, a Balance without value. */
export function toCallback(prompt: Prompt): string {
  const { outcome, resultCode = 0 } = prompt
  const stkCallback = {
    MerchantRequestID: prompt.merchantRequestId,
    CheckoutRequestID: prompt.checkoutRequestId,
    ResultCode: resultCode,
    ResultDesc: resultCode === 0 ? 'The service request is processed successfully.' : 'Failed',
    ...(resultCode === 0 &&
      outcome.kind !== 'no_metadata' && { CallbackMetadata: metadata(prompt) }),
  }
  const body = JSON.stringify({ Body: { stkCallback } })
  if (outcome.kind !== 'leading_zero') return body
  return body.replace(/"Value":254(\d{9})/, '"Value":0$1')
}

function metadata({ amount, receipt, phone, outcome }: Prompt) {
  const paid = outcome.kind === 'wrong_amount' ? 1 : amount
  return {
    Item: [
      { Name: 'MpesaReceiptNumber', Value: receipt },
      { Name: 'Amount', Value: paid },
      { Name: 'Balance' },
      { Name: 'PhoneNumber', Value: Number(phone) },
      { Name: 'TransactionDate', Value: 20261121102115 },
    ],
  }
}
