import type { MediaKind } from '../http/sample-files.ts'
import { storeFile, toFileInfo } from './files.ts'
import type { StoredFile } from './files.ts'
import type { Bot } from './world.ts'

export const FILE_KINDS = [
  'photo',
  'document',
  'voice',
  'audio',
  'video',
  'video_note',
  'animation',
  'sticker',
] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** Where each kind is kept, which sample stands in, and what the message adds to the file. */
const KINDS: Record<FileKind, { folder: string; sample: MediaKind; extra: object }> = {
  photo: { folder: 'photos', sample: 'image', extra: {} },
  document: { folder: 'documents', sample: 'document', extra: {} },
  voice: { folder: 'voice', sample: 'audio', extra: { duration: 3 } },
  audio: { folder: 'music', sample: 'audio', extra: { duration: 3 } },
  video: { folder: 'videos', sample: 'video', extra: { duration: 3, width: 640, height: 360 } },
  video_note: { folder: 'video_notes', sample: 'video', extra: { duration: 3, length: 240 } },
  animation: { folder: 'animations', sample: 'video', extra: { duration: 3, width: 9, height: 9 } },
  sticker: {
    folder: 'stickers',
    sample: 'sticker',
    extra: { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
  },
}

/** The sample kind and folder of a file kind. */
export function factsOf(kind: FileKind) {
  return KINDS[kind]
}

/** The message's content for a file: photos come as sizes with the largest last. */
export function toFileContent(bot: Bot, kind: FileKind, file: StoredFile) {
  if (kind === 'photo') return { photo: toPhotoSizes(bot, file) }
  const { mimeType: mime_type, fileName: file_name } = file
  const names = kind === 'sticker' || kind === 'video_note' ? {} : { mime_type, file_name }
  return { [kind]: { ...toFileInfo(file), ...names, ...KINDS[kind].extra } }
}

function toPhotoSizes(bot: Bot, file: StoredFile) {
  const { bytes, mimeType } = file
  const small = storeFile(bot, { bytes, mimeType, folder: 'thumbnails' })
  return [
    { ...toFileInfo(small), width: 90, height: 60 },
    { ...toFileInfo(file), width: 1280, height: 853 },
  ]
}
