import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { WireRoute } from '../declaration.ts'

const SCRIPT_PATH = 'build/widget/widget.js'
/** Websites keep the address for years: a new version must reach them within minutes. */
const MAX_AGE_S = 300

let loading: Promise<{ code: Buffer; etag: string }> | undefined

/** The chat's script, for any page of any website. */
export const widgetScriptRoute: WireRoute = {
  ...{ surface: 'any', method: 'GET', path: '/widget.js', access: 'public' },
  ...{ csrf: false, body: 'none' },
  async run(request, response) {
    loading ??= load()
    const found = await loading.catch(() => undefined)
    if (!found) {
      loading = undefined
      return void response.status(404).type('text/plain').send('The chat has not been built.')
    }
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
    response.setHeader(
      'Cache-Control',
      `public, max-age=${MAX_AGE_S}, stale-while-revalidate=86400`,
    )
    response.setHeader('ETag', found.etag)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    response.setHeader('Access-Control-Allow-Origin', '*')
    if (request.headers['if-none-match'] === found.etag) return void response.status(304).end()
    response.send(found.code)
  },
}

async function load(): Promise<{ code: Buffer; etag: string }> {
  const code = await readFile(resolve(SCRIPT_PATH))
  const etag = `"${createHash('sha256').update(code).digest('base64url').slice(0, 22)}"`
  return { code, etag }
}
