/** Names of the two session cookies: a session of one kind is nothing to the other. */
const NAMES = { portal: 'baraza_member', app: 'baraza_platform' } as const

/**
 * The session cookie of a surface. Host-only, so that no other company's host receives it; on
 * https it carries the `__Host-` prefix, which browsers enforce.
 *
 * @param maxAgeS seconds; 0 removes it
 */
export function sessionCookie(
  surface: keyof typeof NAMES,
  value: string,
  options: { isSecure: boolean; maxAgeS: number },
): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${options.maxAgeS}`
  const name = cookieName(surface, options.isSecure)
  return `${name}=${value}; ${flags}${options.isSecure ? '; Secure' : ''}`
}

/** The session token of a surface in a Cookie header, if there is one. */
export function readSessionCookie(
  header: string | undefined,
  surface: keyof typeof NAMES,
  isSecure: boolean,
): string | undefined {
  const prefix = `${cookieName(surface, isSecure)}=`
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(prefix))
  return pair?.slice(prefix.length) || undefined
}

function cookieName(surface: keyof typeof NAMES, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}${NAMES[surface]}`
}
