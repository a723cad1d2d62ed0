import { channelRules } from './channel-kinds.ts'
import type { ChannelKind } from './channel-kinds.ts'

const MB = 1024 * 1024

/** The most one file of a page's form may hold; the server takes no larger form. */
export const UPLOAD_BYTES_MAX = 30_000_000
export const UPLOADS_MAX = 10

type Shown = 'image' | 'video' | 'audio' | 'sticker'

/** What a channel shows as more than a document to open (contracts, WhatsApp 6 and Telegram 5). */
export const mediaRules: Record<
  ChannelKind,
  Partial<Record<Shown, { mimeTypes: readonly string[]; bytesMax: number }>>
> = {
  'whatsapp-cloud': {
    image: { mimeTypes: ['image/jpeg', 'image/png'], bytesMax: 5 * MB },
    video: { mimeTypes: ['video/mp4', 'video/3gpp'], bytesMax: 16 * MB },
    audio: {
      mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
      bytesMax: 16 * MB,
    },
    sticker: { mimeTypes: ['image/webp'], bytesMax: 500 * 1024 },
  },
  telegram: {
    image: { mimeTypes: ['image/jpeg', 'image/png', 'image/webp'], bytesMax: 10 * MB },
    video: { mimeTypes: ['video/mp4'], bytesMax: 50 * MB },
    audio: { mimeTypes: ['audio/mpeg', 'audio/mp4', 'audio/ogg'], bytesMax: 50 * MB },
  },
  'web-chat': {
    image: {
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
      bytesMax: 16 * MB,
    },
    video: { mimeTypes: ['video/mp4', 'video/webm'], bytesMax: 16 * MB },
    audio: { mimeTypes: ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav'], bytesMax: 16 * MB },
  },
}

/** Bytes that one file to this channel's customers may have. */
export function fileBytesMaxOf(channel: ChannelKind): number {
  return Math.min(UPLOAD_BYTES_MAX, channelRules[channel].fileBytesMax)
}

/**
 * How a file will arrive, told before it is sent, from what the browser takes it for: the server
 * looks at the bytes themselves later.
 */
export function fateOf(
  file: { type: string; size: number },
  channel: ChannelKind,
): 'shown' | 'document' | 'too_large' {
  if (file.size > fileBytesMaxOf(channel)) return 'too_large'
  const shown = file.type.split('/')[0]
  if (shown !== 'image' && shown !== 'video' && shown !== 'audio') return 'shown'
  const rule = mediaRules[channel][shown]
  const fits = rule?.mimeTypes.includes(file.type.split(';')[0] ?? '') && file.size <= rule.bytesMax
  return fits ? 'shown' : 'document'
}
