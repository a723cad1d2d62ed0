import type { InboundMedia, MediaKind, MessageContent } from '#app/domain/conversations/inbound.ts'
import { cleanFileName } from '#app/domain/files/file-name.ts'
import { cleanText } from '../clean-text.ts'
import { contentSchemas } from './inbound-schema.ts'
import type { WaMessage } from './inbound-schema.ts'

const MEDIA_KINDS: readonly string[] = ['image', 'video', 'audio', 'document', 'sticker']

/**
 * What a message says, in our words. A type we do not know, or one whose content does not fit,
 * becomes `unsupported` and shows as a placeholder: it is never dropped.
 */
export function toContent(message: WaMessage): MessageContent {
  const content = readContent(message) ?? unsupported(message)
  return { ...content, payload: { ...content.payload, ...surroundings(message) } }
}

function readContent(message: WaMessage): MessageContent | undefined {
  const { type } = message
  const body = message[type]
  if (MEDIA_KINDS.includes(type)) return mediaContent(type as MediaKind, body)
  switch (type) {
    case 'text':
      return textContent(body)
    case 'location':
      return locationContent(body)
    case 'contacts':
      return contactsContent(body)
    case 'button':
      return buttonContent(body)
    case 'interactive':
      return interactiveContent(body)
    case 'order':
      return orderContent(body)
    default:
      return undefined
  }
}

function textContent(body: unknown): MessageContent | undefined {
  const read = contentSchemas.text.safeParse(body)
  return read.success ? plain('text', read.data.body) : undefined
}

function mediaContent(kind: MediaKind, body: unknown): MessageContent | undefined {
  const read = contentSchemas.media.safeParse(body)
  if (!read.success) return undefined
  const { id, mime_type: mimeType, sha256, caption, filename, voice } = read.data
  const fileName = filename && cleanFileName(filename, mimeType ?? '')
  const isVoice = voice === true
  const item: InboundMedia = { kind, providerMediaId: id, mimeType, sha256, fileName, isVoice }
  return { ...plain(kind, caption), media: [item] }
}

function locationContent(body: unknown): MessageContent | undefined {
  const read = contentSchemas.location.safeParse(body)
  if (!read.success) return undefined
  const { latitude, longitude, name, address } = read.data
  const words = [name, address].filter(Boolean).join(', ')
  return {
    ...plain('location', words),
    payload: { location: { latitude, longitude, name, address } },
  }
}

function contactsContent(body: unknown): MessageContent | undefined {
  const read = contentSchemas.contacts.safeParse(body)
  if (!read.success) return undefined
  const contacts = read.data.map((card) => ({
    name: card.name?.formatted_name ?? '',
    phones: (card.phones ?? []).map((one) => one.phone ?? one.wa_id).filter(Boolean),
    emails: (card.emails ?? []).map((one) => one.email).filter(Boolean),
    organization: card.org?.company,
  }))
  const names = contacts.map((card) => card.name || card.phones[0]).filter(Boolean)
  return { ...plain('contacts', names.join(', ')), payload: { contacts } }
}

/** A pressed quick reply of a template. */
function buttonContent(body: unknown): MessageContent | undefined {
  const read = contentSchemas.button.safeParse(body)
  if (!read.success) return undefined
  const { text, payload } = read.data
  const interactive = { kind: 'button', id: payload, title: text }
  return { ...plain('interactive', text ?? payload), payload: { interactive } }
}

function interactiveContent(body: unknown): MessageContent | undefined {
  const read = contentSchemas.interactive.safeParse(body)
  if (!read.success) return undefined
  const { type, button_reply, list_reply, nfm_reply, call_permission_reply } = read.data
  const choice = button_reply ?? list_reply
  if (choice) {
    const { id, title, description } = choice
    const interactive = { kind: button_reply ? 'button' : 'list', id, title, description }
    return { ...plain('interactive', title ?? id), payload: { interactive } }
  }
  if (nfm_reply) {
    const interactive = { kind: 'form', title: nfm_reply.name, response: nfm_reply.response_json }
    return { ...plain('interactive', nfm_reply.body ?? nfm_reply.name), payload: { interactive } }
  }
  const response = call_permission_reply?.response
  const interactive = { kind: type, response }
  return { ...plain('interactive', response), payload: { interactive } }
}

function orderContent(body: unknown): MessageContent | undefined {
  const read = contentSchemas.order.safeParse(body)
  if (!read.success) return undefined
  const items = read.data.product_items.map((item) => ({
    sku: item.product_retailer_id,
    quantity: item.quantity,
    priceMinor: toMinor(item.item_price, item.currency),
    currency: item.currency,
  }))
  const order = { catalogId: read.data.catalog_id, items }
  return { ...plain('order', read.data.text), payload: { order } }
}

function unsupported(message: WaMessage): MessageContent {
  const caption = (message[message.type] as { caption?: unknown } | undefined)?.caption
  return {
    ...plain('unsupported', typeof caption === 'string' ? caption : null),
    payload: { vendorType: message.type },
  }
}

/** The advertisement a customer came from, forwarding, and errors beside the content. */
function surroundings({ referral, context, errors }: WaMessage): Record<string, unknown> {
  return {
    ...(referral && {
      referral: {
        sourceUrl: referral.source_url,
        sourceId: referral.source_id,
        sourceType: referral.source_type,
        headline: referral.headline,
        body: referral.body,
        clickId: referral.ctwa_clid,
      },
    }),
    ...(context?.forwarded && { isForwarded: true }),
    ...(errors && {
      errors: errors.map(({ code, title, error_data }) => ({
        ...{ code, title, details: error_data?.details },
      })),
    }),
  }
}

function plain(type: MessageContent['type'], text: string | null | undefined): MessageContent {
  return { type, text: cleanText(text ?? undefined), payload: {}, media: [] }
}

/** Meta writes prices in the currency's main unit, as a decimal number. */
function toMinor(amount: number, currency: string): number {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return Math.round(amount * 10 ** (digits.maximumFractionDigits ?? 2))
}
