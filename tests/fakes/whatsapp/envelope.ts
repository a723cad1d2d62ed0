import type { WaNumber } from './world.ts'

export type Value = Record<string, unknown>

/** The webhook body of a number: one entry per value, field `messages` unless told. */
export function envelope(number: WaNumber, values: Value[], field = 'messages') {
  const entry = values.map((value) => ({
    id: number.wabaId,
    changes: [{ value: withMetadata(number, value), field }],
  }))
  return { object: 'whatsapp_business_account', entry }
}

/** One entry whose changes carry the values: the other way Meta batches. */
export function envelopeOfChanges(number: WaNumber, values: Value[]) {
  const changes = values.map((value) => ({ value: withMetadata(number, value), field: 'messages' }))
  return { object: 'whatsapp_business_account', entry: [{ id: number.wabaId, changes }] }
}

/** What every `value` about a number starts with. */
export function withMetadata(number: WaNumber, value: Value): Value {
  return {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: digitsOf(number.displayPhoneNumber),
      phone_number_id: number.phoneNumberId,
    },
    ...value,
  }
}

/** A phone number as the vendor writes it: digits only, no plus. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '')
}
