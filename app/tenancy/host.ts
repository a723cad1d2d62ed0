/** Who a host serves, before any database is asked. */
export type HostTarget =
  | { kind: 'app' }
  | { kind: 'portal'; slug: string }
  | { kind: 'custom'; host: string }
  | { kind: 'unknown' }

const SLUG = /^[a-z0-9](-?[a-z0-9]){1,39}$/
const HOST_LENGTH_MAX = 253

/** Names that would impersonate the platform or collide with its own hosts. */
const RESERVED_SLUGS = new Set([
  ...['app', 'www', 'api', 'admin', 'static', 'assets', 'cdn', 'mail', 'smtp', 'imap', 'ftp'],
  ...['status', 'help', 'support', 'docs', 'blog', 'sales', 'billing', 'login', 'signup', 'auth'],
  ...['webhooks', 'webhook', 'widget', 'platform', 'baraza', 'root', 'system', 'internal'],
  ...['localhost', 'ns1', 'ns2', 'mx', 'vpn', 'test', 'staging', 'dev', 'edge', 'metrics'],
])

export type SlugCheck = { ok: true } | { ok: false; reason: 'invalid_slug' | 'reserved_slug' }

/** Whether a company may be called this: `^[a-z0-9](-?[a-z0-9]){1,39}$` and not reserved. */
export function checkSlug(slug: string): SlugCheck {
  if (!SLUG.test(slug)) return { ok: false, reason: 'invalid_slug' }
  if (RESERVED_SLUGS.has(slug)) return { ok: false, reason: 'reserved_slug' }
  return { ok: true }
}

/**
 * Reads a Host header. Ports, letter case and one trailing dot do not matter; an address
 * literal, a bare root domain or a name two levels below it serves nobody.
 *
 * @param header the Host header as received, or undefined
 * @param rootDomain e.g. `localhost` or `baraza.example`
 */
export function parseHost(header: string | undefined, rootDomain: string): HostTarget {
  const host = hostName(header)
  if (host === undefined) return { kind: 'unknown' }
  if (host === `app.${rootDomain}`) return { kind: 'app' }
  if (host === rootDomain) return { kind: 'unknown' }
  if (host.endsWith(`.${rootDomain}`)) {
    const slug = host.slice(0, -rootDomain.length - 1)
    return checkSlug(slug).ok ? { kind: 'portal', slug } : { kind: 'unknown' }
  }
  return isAddress(host) || !host.includes('.') ? { kind: 'unknown' } : { kind: 'custom', host }
}

/** Whether a host is on this very machine: plain http is safe there. */
export function isLocalHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost')
}

function hostName(header: string | undefined): string | undefined {
  if (!header || header.length > HOST_LENGTH_MAX + 6) return undefined
  if (header.startsWith('[')) return undefined
  const match = /^([a-z0-9.-]+?)\.?(?::\d{1,5})?$/.exec(header.toLowerCase())
  const host = match?.[1]
  return host && !host.includes('..') && !host.startsWith('.') ? host : undefined
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host)
}
