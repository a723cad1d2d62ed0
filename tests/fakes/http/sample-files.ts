export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker'

/** A red 1×1 PNG. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
/** A 1×1 lossy WebP. */
const WEBP = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n' +
    'trailer<</Root 1 0 R>>\n%%EOF\n',
)
/** First page of an Ogg stream that announces Opus. */
const OGG = Buffer.concat([
  Buffer.from('4f676753000200000000000000000100000000000000000000000113', 'hex'),
  Buffer.from('OpusHead\u0001\u0001', 'latin1'),
  Buffer.alloc(9),
])
/** The `ftyp` box by which an MP4 is recognised. */
const MP4 = Buffer.concat([
  Buffer.from([0, 0, 0, 0x18]),
  Buffer.from('ftypmp42', 'latin1'),
  Buffer.from([0, 0, 0, 0]),
  Buffer.from('mp42isom', 'latin1'),
])

const SAMPLES: Record<MediaKind, { bytes: Buffer; mimeType: string }> = {
  image: { bytes: PNG, mimeType: 'image/png' },
  video: { bytes: MP4, mimeType: 'video/mp4' },
  audio: { bytes: OGG, mimeType: 'audio/ogg; codecs=opus' },
  document: { bytes: PDF, mimeType: 'application/pdf' },
  sticker: { bytes: WEBP, mimeType: 'image/webp' },
}

/** A small file with the right magic bytes, for messages whose content does not matter. */
export function sampleFile(kind: MediaKind): { bytes: Buffer; mimeType: string } {
  return SAMPLES[kind]
}
