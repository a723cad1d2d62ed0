import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'

/** Words that say a text is meant to run in a browser. */
const MARKUP = /^\s*(<\?xml|<!doctype|<html|<svg|<script|<!--)/i
const TEXT_SAMPLE_BYTES = 8192

/**
 * What a file is, from its own bytes. Markup of any sort is `text/plain`, so that no page ever
 * runs it; what nothing recognises is `application/octet-stream`.
 */
export async function sniffMimeType(bytes: Buffer, name: string): Promise<string> {
  const found = await fileTypeFromBuffer(bytes)
  const mimeType = found?.mime.split(';')[0]
  if (mimeType && !/xml|html|svg|javascript/.test(mimeType)) return known(mimeType)
  if (!isText(bytes)) return 'application/octet-stream'
  const isCsv =
    extname(name).toLowerCase() === '.csv' && !MARKUP.test(bytes.toString('utf8', 0, 64))
  return isCsv ? 'text/csv' : 'text/plain'
}

/** Names that vendors and browsers use for the same thing. */
function known(mimeType: string): string {
  const aliases: Record<string, string> = {
    'audio/x-m4a': 'audio/mp4',
    'video/x-m4v': 'video/mp4',
    'application/ogg': 'audio/ogg',
    'audio/opus': 'audio/ogg',
    'audio/vnd.wave': 'audio/wav',
  }
  return aliases[mimeType] ?? mimeType
}

function isText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, TEXT_SAMPLE_BYTES)
  if (sample.includes(0)) return false
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    // `stream`: the sample may end in the middle of a letter.
    decoder.decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}
