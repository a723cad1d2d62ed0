import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'
import type { ECDH } from 'node:crypto'

const SALT_BYTES = 16
const HEADER_BYTES = SALT_BYTES + 4 + 1
const PUBLIC_KEY_BYTES = 65
const TAG_BYTES = 16
const LAST_RECORD = 2

/** A browser's side of a subscription: what it hands out and what it keeps. */
export type Browser = { ecdh: ECDH; auth: Buffer }

/**
 * Opens a push message after RFC 8291 (key derivation) and RFC 8188 (aes128gcm), as a browser
 * does. One record, as push messages are.
 *
 * @throws when it was not written for this browser or was altered
 */
export function decryptPush(body: Buffer, { ecdh, auth }: Browser): string {
  const salt = body.subarray(0, SALT_BYTES)
  const keyLength = body[HEADER_BYTES - 1]
  if (keyLength !== PUBLIC_KEY_BYTES) throw new Error('No sender key in the header')
  const recordSize = body.readUInt32BE(SALT_BYTES)
  const senderKey = body.subarray(HEADER_BYTES, HEADER_BYTES + keyLength)
  const record = body.subarray(HEADER_BYTES + keyLength)
  if (record.length > recordSize) throw new Error('More than one record')
  const shared = ecdh.computeSecret(senderKey)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey])
  const secret = derive(shared, auth, info, 32)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-TAG_BYTES))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -TAG_BYTES)), decipher.final()])
  const end = padded.lastIndexOf(LAST_RECORD)
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('Bad padding')
  return padded.subarray(0, end).toString('utf8')
}

export function makeEcdh(): ECDH {
  const ecdh = createECDH('prime256v1')
  ecdh.generateKeys()
  return ecdh
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
