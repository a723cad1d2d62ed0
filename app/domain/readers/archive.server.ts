import { unzipSync } from 'fflate'
import { ReadError } from './reading.ts'

const ENTRIES_MAX = 5_000
/** What an archive may unpack to: a small file can hold gigabytes of zeros. */
const UNPACKED_BYTES_MAX = 120 * 1024 * 1024
const XML_PART = /\.(xml|rels)$/i

/** The names in an archive, when all of it is of a size that can be read. */
export function listArchive(bytes: Uint8Array): Set<string> {
  const names = new Set<string>()
  let unpacked = 0
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.add(name)
      unpacked += originalSize
      if (names.size > ENTRIES_MAX || unpacked > UNPACKED_BYTES_MAX)
        throw new ReadError('unpacks_too_large')
      return false
    },
  })
  return names
}

/**
 * Refuses XML that declares anything of its own: no office program writes that, and a few such
 * lines can grow to gigabytes. UTF-16, which would hide it, is not written by them either.
 */
export function refuseDeclarations(bytes: Uint8Array): void {
  const parts = unzipSync(bytes, { filter: ({ name }) => XML_PART.test(name) })
  for (const part of Object.values(parts)) {
    const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    const isUtf16 = (text[0] === 0xfe && text[1] === 0xff) || (text[0] === 0xff && text[1] === 0xfe)
    if (isUtf16 || text.includes('<!DOCTYPE') || text.includes('<!ENTITY'))
      throw new ReadError('unsafe')
  }
}
