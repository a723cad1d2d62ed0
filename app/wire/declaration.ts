import type { Request, Response } from 'express'
import type { Permission } from '#app/domain/members/permissions.ts'
import type { PortalContext, RequestContext } from '#app/server/load-context.ts'

/**
 * An Express route outside Remix. `any` answers on every host and finds its company itself,
 * by a key in the path; `api-key` is a company's Bearer key.
 */
export type WireRoute = {
  surface: 'any' | 'app' | 'portal'
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'
  path: string
  access: 'public' | 'signed-in' | 'api-key' | Permission
  /** true: a browser's cookie authorises it, so the Origin is checked */
  csrf: boolean
  /** how the body is read; `raw` keeps the exact bytes for a signature */
  body: 'none' | 'raw' | 'json' | 'stream'
  /** bytes; default 256 KiB */
  bodyMax?: number
  run: (request: Request, response: Response, context: WireContext) => Promise<void> | void
}

/** `portal` is there on a company's host; `member` inside it once signed in. */
export type WireContext = { request: RequestContext | undefined; portal: PortalContext | undefined }
