import { createHash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 24
const TOKEN = /^[A-Za-z0-9_-]{32}$/

/** The secret of a survey's link, and what is kept of it. */
export function makeSurveyToken(): { token: string; hash: string } {
  const token = randomBytes(SECRET_BYTES).toString('base64url')
  return { token, hash: hashOf(token) }
}

/** @returns undefined when it cannot be one of ours */
export function hashSurveyToken(token: string): string | undefined {
  return TOKEN.test(token) ? hashOf(token) : undefined
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
