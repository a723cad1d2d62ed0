import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { graphError } from './errors.ts'
import { newNumericId } from './ids.ts'
import type { World } from './world.ts'

const SESSION = 'upload:'

/** `POST /app/uploads?file_length=&file_type=`: begins a resumable upload. */
export function beginUpload(world: World, request: FakeRequest): FakeReply {
  const byteSize = Number(request.query.get('file_length'))
  if (!byteSize || !request.query.get('file_type')) {
    return graphError({ code: 100, details: 'file_length and file_type are required' })
  }
  const handle = newNumericId()
  world.uploads.set(handle, { byteSize, isDone: false })
  return json({ id: `${SESSION}${handle}` })
}

/** `POST /upload:{id}` with the bytes: all of them in one piece. */
export function takeUpload(world: World, id: string, request: FakeRequest): FakeReply | undefined {
  if (!id.startsWith(SESSION)) return undefined
  const handle = id.slice(SESSION.length)
  const upload = world.uploads.get(handle)
  if (!upload || request.headers['file_offset'] !== '0') {
    return graphError({ code: 100, details: 'Unknown upload session or offset' })
  }
  if (request.body.length !== upload.byteSize) {
    return graphError({ code: 100, details: 'The file is not as long as was said' })
  }
  world.uploads.set(handle, { ...upload, isDone: true })
  return json({ h: handle })
}
