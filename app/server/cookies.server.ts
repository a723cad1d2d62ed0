/** Names of the session cookies: a session of one kind is nothing to the others. */
const NAMES = {
  portal: 'baraza_member',
  app: 'baraza_platform',
  support: 'baraza_support',
} as const

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
  return hostCookie(NAMES[surface], value, options)
}

/** The session token of a surface in a Cookie header, if there is one. */
export function readSessionCookie(
  header: string | undefined,
  surface: keyof typeof NAMES,
  isSecure: boolean,
): string | undefined {
  return readHostCookie(header, NAMES[surface], isSecure)
}

/** Any host-only cookie that scripts cannot read, named the same way. */
export function hostCookie(
  name: string,
  value: string,
  options: { isSecure: boolean; maxAgeS: number },
): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${options.maxAgeS}`
  const fullName = cookieName(name, options.isSecure)
  return `${fullName}=${value}; ${flags}${options.isSecure ? '; Secure' : ''}`
}

export function readHostCookie(
  header: string | null | undefined,
  name: string,
  isSecure: boolean,
): string | undefined {
  const prefix = `${cookieName(name, isSecure)}=`
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(prefix))
  return pair?.slice(prefix.length) || undefined
}

function cookieName(name: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}${name}`
}
