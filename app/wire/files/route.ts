import type { Response } from 'express'
import { isInlineType } from '#app/domain/files/kinds.ts'
import { findReachableFile } from '#app/domain/files/reach.server.ts'
import type { WireRoute } from '../declaration.ts'

/**
 * A stored file for who may see it; whoever may not gets the same 404 as for one that does not
 * exist. Asked for again each time, because reach can end.
 */
export const fileRoute: WireRoute = {
  ...{ surface: 'portal', method: 'GET', path: '/files/:id', access: 'signed-in' },
  ...{ csrf: false, body: 'none' },
  run: (request, response, { portal }) => {
    const id = Number(request.params['id'])
    const member = portal?.member
    const found =
      portal && member && Number.isSafeInteger(id)
        ? findReachableFile(portal.db, member, id)
        : undefined
    sendStoredFile(response, found, request.query['download'] !== undefined)
  },
}

/** Answers with a stored file, or with 404 when there is none. */
export function sendStoredFile(
  response: Response,
  found: { file: { name: string; mimeType: string }; path: string } | undefined,
  isDownload: boolean,
): void {
  if (!found) return void response.status(404).json({ code: 'not_found' })
  setHeaders(response, found.file, isInlineType(found.file.mimeType) && !isDownload)
  response.sendFile(found.path, { cacheControl: false, dotfiles: 'allow' }, (error) => {
    if (error && !response.headersSent) response.status(404).json({ code: 'not_found' })
  })
}

/** Whatever the bytes are, a browser takes them for what we say and runs nothing of them. */
function setHeaders(
  response: Response,
  file: { name: string; mimeType: string },
  isInline: boolean,
): void {
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const name = `filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`
  response.setHeader('Content-Type', file.mimeType)
  response.setHeader('Content-Disposition', `${isInline ? 'inline' : 'attachment'}; ${name}`)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'private, no-cache')
}
