import { hash, verify } from '@node-rs/argon2'

export const PASSWORD_LENGTH_MIN = 10
/** argon2id work grows with the input; nobody types more than this. */
export const PASSWORD_LENGTH_MAX = 200
const DISTINCT_CHARACTERS_MIN = 5

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What guessing programs try first among passwords that are long enough. */
const COMMON = new Set([
  ...['password123', 'password1234', 'passw0rd123', 'mypassword1', 'password12', 'password!1'],
  ...['qwertyuiop', 'qwerty12345', 'qwerty123456', '1q2w3e4r5t', '1qaz2wsx3edc', 'asdfghjkl1'],
  ...['1234567890', '0123456789', '12345678910', '0987654321', '9876543210', 'abcdefghij'],
  ...['iloveyou123', 'welcome123', 'welcome1234', 'letmein123', 'administrator', 'admin12345'],
  ...['changeme123', 'changeme1234', 'baraza1234', 'baraza12345', 'baraza123456', 'kenya12345'],
  ...['nairobi123', 'nairobi2024', 'jambo12345', 'karibu1234', 'karibu12345', 'sunshine123'],
])

export type PasswordCheck =
  { ok: true } | { ok: false; reason: 'password_too_short' | 'too_long' | 'password_too_common' }

/** A hash of nothing anybody knows, so that an unknown account takes as long as a known one. */
let decoy: Promise<string> | undefined

/** Whether somebody may choose this password: long enough and not what everybody tries. */
export function checkPassword(password: string): PasswordCheck {
  const length = checkPasswordLength(password)
  if (!length.ok) return length
  const plain = password.toLowerCase()
  const isGuessable = COMMON.has(plain) || new Set(plain).size < DISTINCT_CHARACTERS_MIN
  return isGuessable ? { ok: false, reason: 'password_too_common' } : { ok: true }
}

/** The length alone: for commands, where the operator answers for the rest. */
export function checkPasswordLength(password: string): PasswordCheck {
  if (password.length < PASSWORD_LENGTH_MIN) return { ok: false, reason: 'password_too_short' }
  return password.length > PASSWORD_LENGTH_MAX ? { ok: false, reason: 'too_long' } : { ok: true }
}

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
