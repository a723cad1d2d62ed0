import type {
  InboundEvent,
  InboundMedia,
  MessageContent,
} from '#app/domain/conversations/inbound.ts'
import type { ConnectedEndpoint } from '../channel.ts'
import type { WebChatSettings } from './settings.ts'
import { toProviderId, writtenSchema } from './written.ts'
import type { Written } from './written.ts'

/** Reads what a visitor wrote: one message, and one more for each further file. */
export function receive(
  raw: Buffer,
  _endpoint: ConnectedEndpoint<WebChatSettings>,
  receivedAt: number,
): InboundEvent[] {
  const written = writtenSchema.parse(JSON.parse(raw.toString('utf8')))
  const { visitorId, key, claims, replyToProviderId } = written
  return contentsOf(written).map((content, index) => ({
    kind: 'message',
    providerId: toProviderId(visitorId, key, index),
    at: receivedAt,
    // A claimed phone or mail is no address: it must never lead to another person's contact.
    from: { userId: written.externalId, name: claims.name },
    content,
    replyToProviderId: index === 0 ? replyToProviderId : undefined,
  }))
}

function contentsOf({ text, files, claims }: Written): MessageContent[] {
  const { name: _, ...said } = claims
  const payload = Object.values(said).some(Boolean) ? { visitor: said } : {}
  if (files.length === 0) return [{ type: 'text', text, payload, media: [] }]
  return files.map(({ kind, fileId, name, mimeType, byteSize }, index) => {
    const item: InboundMedia = { kind, fileId, mimeType, byteSize, fileName: name }
    const isFirst = index === 0
    return {
      type: kind,
      text: isFirst ? text : null,
      payload: isFirst ? payload : {},
      media: [item],
    }
  })
}
