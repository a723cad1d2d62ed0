import { randomBytes } from 'node:crypto'
import type { Bot, World } from './world.ts'

/** A file address works for at least an hour (contract, section 5). */
const LINK_LIFE_MS = 60 * 60 * 1000
export const DOWNLOAD_MAX_BYTES = 20 * 1024 * 1024

export type StoredFile = {
  fileId: string
  fileUniqueId: string
  bytes: Buffer
  /** May be larger than `bytes`, to play a big file without holding one. */
  size: number
  mimeType: string
  fileName?: string
  path: string
  linkUntil: number
}

export type FileInput = {
  bytes: Buffer
  mimeType: string
  fileName?: string
  size?: number
  folder: string
}

/** Keep a file for one bot: another bot's handle to it does not work. */
export function storeFile(bot: Bot, input: FileInput): StoredFile {
  const { bytes, mimeType, fileName, folder } = input
  const number = bot.files.size + 1
  const extension = /\.(\w{1,8})$/.exec(fileName ?? '')?.[1] ?? extensionOf(mimeType)
  const file: StoredFile = {
    fileId: 'AgACAgQ' + randomBytes(30).toString('base64url'),
    fileUniqueId: 'AQAD' + randomBytes(6).toString('base64url'),
    bytes,
    size: input.size ?? bytes.length,
    mimeType,
    fileName,
    path: `${folder}/file_${number}.${extension}`,
    linkUntil: 0,
  }
  bot.files.set(file.fileId, file)
  return file
}

/** Open the file's address for an hour and describe it as getFile does. */
export function shareFile(world: World, file: StoredFile) {
  file.linkUntil = world.clock.now() + LINK_LIFE_MS
  return { ...toFileInfo(file), file_path: file.path }
}

/** The file behind an address that is still valid. */
export function findShared(world: World, bot: Bot, path: string): StoredFile | undefined {
  const file = [...bot.files.values()].find((one) => one.path === path)
  return file && file.linkUntil > world.clock.now() ? file : undefined
}

/** The fields every kind of file carries inside a message. */
export function toFileInfo(file: StoredFile) {
  return { file_id: file.fileId, file_unique_id: file.fileUniqueId, file_size: file.size }
}

function extensionOf(mimeType: string): string {
  const known: Record<string, string> = { 'image/jpeg': 'jpg', 'audio/ogg': 'oga' }
  const bare = (mimeType.split(';')[0] ?? '').trim()
  return known[bare] ?? bare.split('/')[1]?.replace(/\W/g, '').slice(0, 8) ?? 'bin'
}
