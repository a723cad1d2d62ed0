import { createHash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32

/** The person as a token sees one: when any of it changes, the tokens made before are dead. */
export type TokenBearer = { id: number; email: string; passwordHash: string | null }

/**
 * A token for a link, 256 random bits behind the person's id, and what is kept of it. The
 * e-mail and the password's hash are part of the digest, so changing either kills it.
 */
export function makeLinkToken(bearer: TokenBearer): { token: string; hash: string } {
  const token = `${bearer.id}.${randomBytes(SECRET_BYTES).toString('base64url')}`
  return { token, hash: hashLinkToken(token, bearer) }
}

export function hashLinkToken(token: string, bearer: TokenBearer): string {
  const facts = [token, bearer.email.toLowerCase(), bearer.passwordHash ?? '']
  return createHash('sha256').update(facts.join('\n')).digest('hex')
}

/** The person a token says it is for; undefined when it is not one of ours. */
export function bearerIdOf(token: string): number | undefined {
  const match = /^(\d{1,12})\.[A-Za-z0-9_-]{43}$/.exec(token)
  return match ? Number(match[1]) : undefined
}
