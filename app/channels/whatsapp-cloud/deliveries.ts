import { listOf, phoneNumberIdOf } from './envelope.ts'
import type { Envelope } from './envelope.ts'
import { statusSchema } from './inbound-schema.ts'

/** What a body says became of messages that one number sent; what cannot be read is left out. */
export function deliveriesOf(envelope: Envelope, phoneNumberId: string) {
  return envelope.entries
    .flatMap(({ changes }) => changes)
    .filter((change) => change.field === 'messages' && phoneNumberIdOf(change) === phoneNumberId)
    .flatMap((change) => listOf(change.value['statuses']))
    .flatMap((item) => {
      const read = statusSchema.safeParse(item)
      if (!read.success) return []
      const { id, status, errors, biz_opaque_callback_data: data } = read.data
      return [{ id, status, data, errorCode: errors?.[0]?.code }]
    })
}
