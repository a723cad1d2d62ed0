import type { ContactAddress, MediaKind } from '#app/domain/conversations/inbound.ts'
import { mediaRules } from '#app/domain/endpoints/media-rules.ts'
import type { OutboundFile, OutboundMessage } from '../channel.ts'

/** As what a file goes out: a picture too large or of an odd type still arrives, as a document. */
export function sendKindOf(file: OutboundFile): MediaKind {
  const known = file.kind === 'document' ? undefined : mediaRules['whatsapp-cloud'][file.kind]
  const fits = known?.mimeTypes.includes(file.mimeType) && file.byteSize <= known.bytesMax
  return fits ? file.kind : 'document'
}

/**
 * The body of `POST /{phone_number_id}/messages`. The message's own id travels along and comes
 * back in every status: that settles a send whose answer was lost.
 *
 * @returns undefined when the contact has no address on WhatsApp
 */
export function toSendBody(
  message: OutboundMessage,
  media?: { kind: MediaKind; id: string },
): Record<string, unknown> | undefined {
  const recipient = toRecipient(message.to)
  if (!recipient) return undefined
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipient,
    biz_opaque_callback_data: String(message.id),
    ...(message.replyToProviderId && { context: { message_id: message.replyToProviderId } }),
    ...toContent(message, media),
  }
}

/** A customer who hides the phone is written to by user id. */
export function toRecipient({ phone, userId }: ContactAddress): Record<string, string> | undefined {
  if (phone) return { to: phone.replace(/\D/g, '') }
  return userId ? { recipient: userId } : undefined
}

function toContent(
  message: OutboundMessage,
  media?: { kind: MediaKind; id: string },
): Record<string, unknown> {
  if (message.template) return { type: 'template', template: toTemplate(message, media) }
  if (media) return { type: media.kind, [media.kind]: toMedia(message, media) }
  const location = message.payload['location']
  if (message.type === 'location' && location) return { type: 'location', location }
  return { type: 'text', text: { body: message.text ?? '', preview_url: false } }
}

function toMedia(message: OutboundMessage, { kind, id }: { kind: MediaKind; id: string }) {
  const takesCaption = kind === 'image' || kind === 'video' || kind === 'document'
  return {
    id,
    ...(takesCaption && message.text && { caption: message.text }),
    ...(kind === 'document' && { filename: message.file?.name }),
    ...(kind === 'audio' && isVoiceNote(message.file) && { voice: true }),
  }
}

/** Meta shows a sound as a voice message only when it is Opus in an Ogg; others stay audio. */
function isVoiceNote(file: OutboundFile | undefined): boolean {
  return file?.isVoice === true && file.mimeType === 'audio/ogg'
}

function toTemplate(
  { template, payload, file }: OutboundMessage,
  media?: { kind: MediaKind; id: string },
) {
  const names = (payload['template'] as { variableNames?: string[] } | undefined)?.variableNames
  const values = Array.isArray(template?.variables)
    ? template.variables
    : Object.values(template?.variables ?? {})
  const header = template?.headerVariables ?? []
  const shown = media && {
    ...{ type: media.kind },
    [media.kind]: {
      ...{ id: media.id },
      ...(media.kind === 'document' && { filename: file?.name }),
    },
  }
  const components = [
    ...(shown ? [{ type: 'header', parameters: [shown] }] : []),
    ...(header.length > 0 ? [{ type: 'header', parameters: header.map(toParameter) }] : []),
    ...(values.length > 0
      ? [
          {
            type: 'body',
            parameters: values.map((text, index) => ({
              ...toParameter(text),
              ...(names?.[index] && { parameter_name: names[index] }),
            })),
          },
        ]
      : []),
  ]
  return { name: template?.name, language: { code: template?.language }, components }
}

function toParameter(text: string) {
  return { type: 'text', text }
}
