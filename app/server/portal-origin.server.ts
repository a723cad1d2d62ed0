import { isLocalHost } from '#app/tenancy/host.ts'
import type { Env } from './env.server.ts'

/**
 * Where a company's portal is, for what is written outside of any request: `https://hotel.…`, on
 * a local installation plain http on the server's port.
 */
export function portalOrigin(env: Pick<Env, 'ROOT_DOMAIN' | 'PORT'>, slug: string): string {
  const host = `${slug}.${env.ROOT_DOMAIN}`
  return isLocalHost(env.ROOT_DOMAIN) ? `http://${host}:${env.PORT}` : `https://${host}`
}
