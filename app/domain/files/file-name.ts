const NAME_CHARS_MAX = 120

const EXTENSIONS: Record<string, string> = {
  ...{ 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' },
  ...{ 'audio/ogg': 'ogg', 'audio/mpeg': 'mp3', 'audio/mp4': 'm4a', 'audio/amr': 'amr' },
  ...{ 'video/mp4': 'mp4', 'video/3gpp': '3gp', 'application/pdf': 'pdf', 'text/plain': 'txt' },
}

/** A name that is safe to show and to save under: no path, no controls, not endless. */
export function cleanFileName(name: string, mimeType: string): string {
  const base = (name.split(/[\\/]/).pop() ?? '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (base === '') return `file.${EXTENSIONS[mimeType] ?? 'bin'}`
  if (base.length <= NAME_CHARS_MAX) return base
  const dot = base.lastIndexOf('.')
  const extension = dot > 0 && base.length - dot <= 10 ? base.slice(dot) : ''
  return base.slice(0, NAME_CHARS_MAX - extension.length) + extension
}
