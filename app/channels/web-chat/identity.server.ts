import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether the website's server vouches for this user: HMAC-SHA256 of the user id with the
 * secret only it and we know, as hex. Without a secret nobody can be vouched for.
 */
export function isSignedIdentity(
  identity: { userId: string; hash: string },
  identitySecret: string | undefined,
): boolean {
  if (!identitySecret || !/^[0-9a-f]{64}$/i.test(identity.hash)) return false
  const expected = createHmac('sha256', identitySecret).update(identity.userId).digest()
  return timingSafeEqual(Buffer.from(identity.hash, 'hex'), expected)
}
