import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'

const MAGIC = Buffer.from('BARAZA1\n')
const LENGTH_BYTES = 4
const IV_BYTES = 12
const TAG_BYTES = 16
const HEADER_MAX = 64 * 1024
const ALGORITHM = 'aes-256-gcm'

const headerSchema = z.object({
  /** a company's id, or `platform` */
  owner: z.string(),
  /** UTC ms */
  takenAt: z.number().int(),
  schemaVersion: z.number().int(),
  /** rows of each table, to compare with after a restore */
  tables: z.record(z.string(), z.number().int()),
  /** of the file before compression; more than that is never written when it is opened */
  plainBytes: z.number().int(),
})

/** What stands in front of a sealed file, readable without a key and bound to what follows. */
export type SealHeader = z.infer<typeof headerSchema>

export class SealError extends Error {
  override name = 'SealError'
}

/**
 * Compresses and encrypts a file: magic, length of the header, header (JSON), IV, ciphertext
 * (gzip inside AES-256-GCM, the header as associated data), tag.
 *
 * @param key 32 bytes
 * @returns size and SHA-256 (hex) of the sealed file
 */
export async function sealFile(
  files: { from: string; to: string },
  key: Buffer,
  header: SealHeader,
): Promise<{ bytes: number; sha256: string }> {
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(text.length)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(text)
  const hash = createHash('sha256')
  let bytes = 0
  const framed = async function* (parts: AsyncIterable<Buffer>) {
    yield Buffer.concat([MAGIC, length, text, iv])
    yield* parts
    yield cipher.getAuthTag()
  }
  const counted = async function* (parts: AsyncIterable<Buffer>) {
    for await (const part of parts) {
      hash.update(part)
      bytes += part.length
      yield part
    }
  }
  const source = createReadStream(files.from)
  const target = createWriteStream(files.to, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(source, createGzip({ level: 6 }), cipher, framed, counted, target)
  return { bytes, sha256: hash.digest('hex') }
}

/**
 * Opens a sealed file into a new one; nothing is left behind when it does not open.
 *
 * @throws SealError when it is no sealed file, was altered, or was sealed with another key
 */
export async function openSealedFile(
  files: { from: string; to: string },
  key: Buffer,
): Promise<SealHeader> {
  const { header, text, iv, tag, start, end } = await readFrame(files.from)
  const decipher = createDecipheriv(ALGORITHM, key, iv).setAAD(text).setAuthTag(tag)
  try {
    await pipeline(
      createReadStream(files.from, { start, end }),
      ...[decipher, createGunzip(), limit(header.plainBytes)],
      createWriteStream(files.to, { flags: 'wx', mode: 0o600, flush: true }),
    )
    return header
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    await rm(files.to, { force: true })
    throw new SealError('Altered, damaged, or sealed with another key', { cause: error })
  }
}

async function readFrame(path: string) {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const read = async (position: number, length: number) => {
      const buffer = Buffer.alloc(length)
      const { bytesRead } = await handle.read(buffer, 0, length, position)
      if (bytesRead !== length) throw new SealError('Cut off')
      return buffer
    }
    const front = await read(0, MAGIC.length + LENGTH_BYTES)
    if (!front.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealError('Not a sealed file')
    const length = front.readUInt32BE(MAGIC.length)
    if (length > HEADER_MAX) throw new SealError('Not a sealed file')
    const text = await read(front.length, length)
    const iv = await read(front.length + length, IV_BYTES)
    const start = front.length + length + IV_BYTES
    const end = size - TAG_BYTES - 1
    if (end < start) throw new SealError('Cut off')
    const tag = await read(end + 1, TAG_BYTES)
    return { header: parseHeader(text), text, iv, tag, start, end }
  } finally {
    await handle.close()
  }
}

function parseHeader(text: Buffer): SealHeader {
  try {
    return headerSchema.parse(JSON.parse(text.toString()))
  } catch (error) {
    throw new SealError('Its header cannot be read', { cause: error })
  }
}

/** The tag is known only at the end: until then nobody vouches for how large it gets. */
function limit(max: number): Transform {
  let bytes = 0
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length
      if (bytes > max) done(new SealError('Larger than it says'))
      else done(null, part)
    },
  })
}
