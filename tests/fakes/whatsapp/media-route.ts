import { createHmac, randomBytes } from 'node:crypto'
import { parseForm } from '../http/body.ts'
import { toSeconds } from '../http/clock.ts'
import { bytes, json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { graphError, unknownObject } from './errors.ts'
import { refuseUpload } from './media-limits.ts'
import { UPLOADED_LIFE_MS, findMedia, sha256, storeMedia } from './media-store.ts'
import type { StoredMedia } from './media-store.ts'
import type { WaNumber, World } from './world.ts'

/** How long the address of a file works (contract, section 6). */
const ADDRESS_LIFE_SECONDS = 5 * 60
/** The path Meta's own download host uses. */
export const DOWNLOAD_PATH = '/whatsapp_business/attachments'

const addressKey = randomBytes(32)

/** `POST /{phone_number_id}/media`: multipart with file, type and messaging_product. */
export async function uploadMedia(
  world: World,
  number: WaNumber,
  request: FakeRequest,
): Promise<FakeReply> {
  const form = await parseForm(request)
  if (!form.ok) return graphError({ code: 100, details: 'The body is not multipart/form-data' })
  if (form.value.get('messaging_product') !== 'whatsapp') {
    return graphError({ code: 100, details: 'The parameter messaging_product is required.' })
  }
  const file = form.value.get('file')
  if (!(file instanceof File)) {
    return graphError({ code: 100, details: 'The parameter file is required.' })
  }
  const type = form.value.get('type')
  const mimeType = typeof type === 'string' && type ? type : file.type
  const problem = refuseUpload(mimeType, file.size)
  if (problem) return graphError({ code: 131053, details: problem })
  const content = { bytes: Buffer.from(await file.arrayBuffer()), mimeType, filename: file.name }
  const media = storeMedia(world, number.phoneNumberId, content, UPLOADED_LIFE_MS)
  return json({ id: media.id })
}

/** `GET /{media_id}`: the file's facts and an address that lives five minutes. */
export function describeMedia(world: World, media: StoredMedia, request: FakeRequest): FakeReply {
  const asked = request.query.get('phone_number_id')
  if (asked !== null && asked !== media.phoneNumberId) return unknownObject(media.id)
  return json({
    messaging_product: 'whatsapp',
    url: media.urlOverride ?? addressOf(world, media.id),
    mime_type: media.mimeType,
    sha256: sha256(media.bytes, 'hex'),
    file_size: String(media.bytes.length),
    id: media.id,
  })
}

/** `DELETE /{media_id}` */
export function deleteMedia(world: World, media: StoredMedia): FakeReply {
  world.media.delete(media.id)
  return json({ success: true })
}

/** The binary itself: needs the owner's Bearer token and a fresh, untouched address. */
export function downloadMedia(world: World, owned: WaNumber[], request: FakeRequest): FakeReply {
  const id = request.query.get('mid') ?? ''
  const expires = request.query.get('ext') ?? ''
  const isFresh = Number(expires) > toSeconds(world.clock.now())
  const ids = owned.map((number) => number.phoneNumberId)
  const media = findMedia(world, id, ids)
  if (!media || !isFresh || request.query.get('hash') !== hashOf(id, expires)) {
    return json({ error: 'not found' }, 404)
  }
  if (media.redirectTo) return { ...json(null, 302), headers: { location: media.redirectTo } }
  return bytes(media.bytes, media.mimeType)
}

function addressOf(world: World, id: string): string {
  const expires = String(toSeconds(world.clock.now()) + ADDRESS_LIFE_SECONDS)
  const query = new URLSearchParams({ mid: id, ext: expires, hash: hashOf(id, expires) })
  return `${world.origin}${DOWNLOAD_PATH}/?${query}`
}

function hashOf(id: string, expires: string): string {
  return createHmac('sha256', addressKey).update(`${id}.${expires}`).digest('base64url')
}
