const MB = 1024 * 1024

/** Accepted types and sizes in bytes (contract, section 6). */
const LIMITS: Array<{ kind: string; types: RegExp; maxBytes: number }> = [
  { kind: 'audio', types: /^audio\/(aac|amr|mpeg|mp4|ogg)$/, maxBytes: 16 * MB },
  { kind: 'image', types: /^image\/(jpeg|png)$/, maxBytes: 5 * MB },
  { kind: 'video', types: /^video\/(mp4|3gpp)$/, maxBytes: 16 * MB },
  { kind: 'sticker', types: /^image\/webp$/, maxBytes: 500 * 1024 },
  {
    kind: 'document',
    types:
      /^(text\/plain|application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\..+))$/,
    maxBytes: 100 * MB,
  },
]

/** Why a file may not be uploaded, or undefined. A parameter such as `; codecs=opus` is ignored. */
export function refuseUpload(mimeType: string, sizeBytes: number): string | undefined {
  const bare = (mimeType.split(';')[0] ?? '').trim().toLowerCase()
  const limit = LIMITS.find((one) => one.types.test(bare))
  if (!limit) return `Param file must be a file of a supported type, got ${bare}`
  if (sizeBytes === 0) return 'The file is empty'
  if (sizeBytes > limit.maxBytes) return `The ${limit.kind} is larger than ${limit.maxBytes} bytes`
  return undefined
}
