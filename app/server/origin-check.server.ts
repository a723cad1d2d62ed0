import type { IncomingHttpHeaders } from 'node:http'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something came from our own page. Browsers send
 * Sec-Fetch-Site or Origin with every such request, so one that names another site is refused;
 * one with neither did not come from a browser, and nobody can be tricked into sending it.
 *
 * @param origin scheme and host of this request
 */
export function isSameOrigin(
  request: { method: string; headers: IncomingHttpHeaders },
  origin: string,
): boolean {
  if (SAFE_METHODS.has(request.method)) return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  if (request.headers.origin !== undefined) return request.headers.origin === origin
  return true
}
