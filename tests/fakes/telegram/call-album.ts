import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { done, refused } from './answers.ts'
import type { Answer } from './answers.ts'
import { readCaption, takeFile } from './call-file.ts'
import { toFileContent } from './file-content.ts'
import type { Call } from './methods.ts'
import { addMessage, openForPost } from './post.ts'

const items = z
  .array(
    z.looseObject({ type: z.enum(['photo', 'video', 'audio', 'document']), media: z.string() }),
  )
  .min(2)
  .max(10)

/** sendMediaGroup: every file is checked before the first message is made. */
export async function sendAlbum(call: Call): Promise<Answer> {
  const album = items.safeParse(call.params.media)
  if (!album.success) return refused(400, 'wrong number of items in the media group')
  const opened = openForPost(call)
  if (!opened.ok) return opened.refusal
  const contents: Array<Record<string, unknown>> = []
  for (const item of album.data) {
    const taken = await takeFile(call, item.type, item.media)
    if (!taken.ok) return taken.refusal
    const caption = readCaption(item)
    if (!caption.ok) return caption.refusal
    const text = caption.text === '' ? {} : { caption: caption.text }
    contents.push({ ...toFileContent(call.bot, item.type, taken.file), ...text })
  }
  const group = { media_group_id: String(randomInt(1e12)) }
  return done(contents.map((content) => addMessage(call, opened.chat, { ...content, ...group })))
}
