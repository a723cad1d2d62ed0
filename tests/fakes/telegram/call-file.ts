import { refused } from './answers.ts'
import type { Answer, Refusal } from './answers.ts'
import { factsOf, toFileContent } from './file-content.ts'
import type { FileKind } from './file-content.ts'
import { storeFile } from './files.ts'
import type { StoredFile } from './files.ts'
import { readFormatted } from './formatting.ts'
import type { Call } from './methods.ts'
import { textOf } from './params.ts'
import { postContent } from './post.ts'
import type { Bot } from './world.ts'

const MB = 1024 * 1024
const PHOTO_MAX_BYTES = 10 * MB
const FILE_MAX_BYTES = 50 * MB
const CAPTION_MAX = 1024

/** sendPhoto, sendDocument and their like. */
export async function sendFile(call: Call, kind: FileKind): Promise<Answer> {
  const taken = await takeFile(call, kind, call.params[kind])
  if (!taken.ok) return taken.refusal
  const caption = readCaption(call.params)
  if (!caption.ok) return caption.refusal
  const text = caption.text === '' ? {} : { caption: caption.text }
  return postContent(call, { ...toFileContent(call.bot, kind, taken.file), ...text })
}

/** A caption without its markup, or why it is refused. */
export function readCaption(fields: Record<string, unknown>): ReturnType<typeof readFormatted> {
  const read = readFormatted(textOf(fields.caption), fields.parse_mode)
  if (!read.ok || read.text.length <= CAPTION_MAX) return read
  return { ok: false, refusal: refused(400, 'message caption is too long') }
}

/** The file behind a parameter: an upload, `attach://name`, a handle of this bot, or an address. */
export async function takeFile(
  { bot, params }: Call,
  kind: FileKind,
  source: unknown,
): Promise<{ ok: true; file: StoredFile } | { ok: false; refusal: Refusal }> {
  const attached = typeof source === 'string' && /^attach:\/\/(.+)$/.exec(source)?.[1]
  const value = attached ? params[attached] : source
  if (value instanceof File) return takeUpload(bot, kind, value)
  const known = bot.files.get(String(value))
  if (known) return { ok: true, file: known }
  if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value)) {
    // The address is not fetched: the fake stays on loopback and keeps an empty file for it.
    const { folder } = factsOf(kind)
    const mimeType = 'application/octet-stream'
    return { ok: true, file: storeFile(bot, { bytes: Buffer.alloc(0), mimeType, folder }) }
  }
  const reason = value === undefined ? `there is no ${kind} in the request` : WRONG_FILE
  return { ok: false, refusal: refused(400, reason) }
}

const WRONG_FILE = 'wrong file identifier/HTTP URL specified'

async function takeUpload(
  bot: Bot,
  kind: FileKind,
  upload: File,
): Promise<{ ok: true; file: StoredFile } | { ok: false; refusal: Refusal }> {
  const limit = kind === 'photo' ? PHOTO_MAX_BYTES : FILE_MAX_BYTES
  if (upload.size === 0) return { ok: false, refusal: refused(400, 'file must be non-empty') }
  if (upload.size > limit) return { ok: false, refusal: refused(413, 'Request Entity Too Large') }
  const bytes = Buffer.from(await upload.arrayBuffer())
  const { type: mimeType, name: fileName } = upload
  const { folder } = factsOf(kind)
  return { ok: true, file: storeFile(bot, { bytes, mimeType, fileName, folder }) }
}
