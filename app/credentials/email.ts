/** Addresses that a mail program reads in one way only: no spaces, brackets, quotes or lists. */
const EMAIL = /^[^\s<>"',;:@()[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*$/
const EMAIL_LENGTH_MAX = 254

/** An e-mail address, trimmed and in lower case; undefined for anything else. */
export function parseEmail(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > EMAIL_LENGTH_MAX + 20) return undefined
  const email = value.trim().toLowerCase()
  return email.length <= EMAIL_LENGTH_MAX && EMAIL.test(email) ? email : undefined
}
