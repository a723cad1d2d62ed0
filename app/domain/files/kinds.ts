import type { MediaKind } from '#app/domain/conversations/inbound.ts'

/** What a stored file is in a conversation, by its sniffed type. */
export function mediaKindOf(mimeType: string): MediaKind {
  if (/^image\/(jpeg|png|gif|webp)$/.test(mimeType)) return 'image'
  if (/^video\//.test(mimeType)) return 'video'
  if (/^audio\//.test(mimeType)) return 'audio'
  return 'document'
}

/** Types a browser may show inside our pages: none of them can run a script. */
const INLINE_TYPES = new Set([
  ...['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  ...['video/mp4', 'video/webm', 'video/3gpp'],
  ...['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/amr', 'audio/wav', 'audio/webm'],
])

export function isInlineType(mimeType: string): boolean {
  return INLINE_TYPES.has(mimeType)
}
