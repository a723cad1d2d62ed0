import { INBOUND_LIFE_MS, sha256, storeMedia } from './media-store.ts'
import { sampleFile } from '../http/sample-files.ts'
import type { InboundFile } from './inbound-schema.ts'
import type { WaNumber, World } from './world.ts'

/** The media object of an inbound message; the file is kept so that it can be fetched. */
export function toMediaObject(
  world: World,
  number: WaNumber,
  input: InboundFile,
): Record<string, unknown> {
  const media = keepFile(world, number, input)
  return {
    id: media.id,
    mime_type: media.mimeType,
    sha256: sha256(media.bytes, 'base64'),
    url: input.url,
    caption: input.caption,
    ...(input.type === 'document' ? { filename: input.filename ?? 'document.pdf' } : {}),
    ...(input.type === 'audio' ? { voice: input.voice ?? false } : {}),
    ...(input.type === 'sticker' ? { animated: input.animated ?? false } : {}),
  }
}

function keepFile(world: World, number: WaNumber, input: InboundFile) {
  const known = input.mediaId === undefined ? undefined : world.media.get(input.mediaId)
  if (known && input.base64 === undefined) return known
  const sample = sampleFile(input.type)
  const bytes = input.base64 === undefined ? sample.bytes : Buffer.from(input.base64, 'base64')
  const { mediaId: id, filename, urlOverride, redirectTo } = input
  const mimeType = input.mimeType ?? sample.mimeType
  const file = { id, bytes, mimeType, filename, urlOverride, redirectTo }
  return storeMedia(world, number.phoneNumberId, file, INBOUND_LIFE_MS)
}
