import { createHash } from 'node:crypto'
import { newNumericId } from './ids.ts'
import type { World } from './world.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Lifetimes in the vendor's store (contract, section 6). */
export const UPLOADED_LIFE_MS = 30 * DAY_MS
export const INBOUND_LIFE_MS = 7 * DAY_MS

export type StoredMedia = {
  id: string
  phoneNumberId: string
  bytes: Buffer
  mimeType: string
  filename?: string
  expiresAt: number
  /** Answered by the look-up instead of the fake's own address (to test what gets fetched). */
  urlOverride?: string
  /** The binary address answers 302 to here instead of the bytes. */
  redirectTo?: string
}

export type MediaInput = {
  bytes: Buffer
  mimeType: string
  filename?: string
  urlOverride?: string
  redirectTo?: string
  id?: string
}

/** Keep a file for one number and give it an id. */
export function storeMedia(
  world: World,
  phoneNumberId: string,
  input: MediaInput,
  lifeMs: number,
): StoredMedia {
  const id = input.id ?? newNumericId()
  const media = { ...input, id, phoneNumberId, expiresAt: world.clock.now() + lifeMs }
  world.media.set(media.id, media)
  return media
}

/** The file if it exists, belongs to the number and has not expired. */
export function findMedia(
  world: World,
  id: string,
  phoneNumberIds: string[],
): StoredMedia | undefined {
  const media = world.media.get(id)
  if (!media || media.expiresAt <= world.clock.now()) return undefined
  return phoneNumberIds.includes(media.phoneNumberId) ? media : undefined
}

/** SHA-256 of a file: base64 in webhooks, hex in the look-up. */
export function sha256(bytes: Uint8Array, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(bytes).digest(encoding)
}
