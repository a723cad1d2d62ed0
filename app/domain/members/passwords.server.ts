import { hash, verify } from '@node-rs/argon2'

export const PASSWORD_LENGTH_MIN = 10
/** argon2id work grows with the input; nobody types more than this. */
export const PASSWORD_LENGTH_MAX = 200

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash of nothing anybody knows, so that an unknown account takes as long as a known one. */
let decoy: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID)
}

/**
 * Whether the password is right. Without a stored hash it still does the work, so that timing
 * tells nothing about which accounts exist.
 */
export async function isPasswordRight(
  storedHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  if (password.length > PASSWORD_LENGTH_MAX) return false
  decoy ??= hashPassword(crypto.randomUUID())
  const isRight = await verify(storedHash ?? (await decoy), password)
  return isRight && Boolean(storedHash)
}
