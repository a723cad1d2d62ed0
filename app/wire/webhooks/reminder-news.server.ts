import { deliveriesOf } from '#app/channels/whatsapp-cloud/deliveries.ts'
import type { Envelope } from '#app/channels/whatsapp-cloud/envelope.ts'
import { findReminderChannel } from '#app/platform/billing/reminders/channel.server.ts'
import { noteDelivery } from '#app/platform/billing/reminders/delivery.server.ts'
import { reminderMark } from '#app/platform/billing/reminders/mark.ts'
import type { Runtime } from '#app/server/runtime.server.ts'

/** Notes what became of the platform's own reminders. @returns whether the number is its own */
export function noteReminderNews(
  { platform }: Pick<Runtime, 'platform'>,
  phoneNumberId: string,
  envelope: Envelope,
): boolean {
  if (findReminderChannel(platform)?.phoneNumberId !== phoneNumberId) return false
  for (const { id, status, data, errorCode } of deliveriesOf(envelope, phoneNumberId)) {
    const messageId = reminderMark.read(data)
    noteDelivery(
      platform,
      {
        ...{ vendorId: id, status, ...(messageId !== undefined && { messageId }) },
        ...(errorCode !== undefined && { reason: `refused_${errorCode}` }),
      },
      Date.now(),
    )
  }
  return true
}
