import { createHash, randomInt } from 'node:crypto'

const CODES = 10
const GROUPS = 4
const GROUP_LENGTH = 4
/** 32 signs that cannot be taken for one another: 80 bits in a code. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789'

/** Ten codes to show once, and what is kept of them. */
export function makeRecoveryCodes(): { codes: string[]; hashesJson: string } {
  const codes = Array.from({ length: CODES }, makeCode)
  return { codes, hashesJson: JSON.stringify(codes.map(hashCode)) }
}

/** @returns the codes that are left as JSON, or undefined when this is none of them */
export function takeRecoveryCode(hashesJson: string | null, code: string): string | undefined {
  const hashes = JSON.parse(hashesJson ?? '[]') as string[]
  const used = hashCode(code)
  if (!hashes.includes(used)) return undefined
  return JSON.stringify(hashes.filter((hash) => hash !== used))
}

export function countRecoveryCodes(hashesJson: string | null): number {
  return (JSON.parse(hashesJson ?? '[]') as string[]).length
}

function makeCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(32)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** However somebody types it: spaces, hyphens and letter case do not matter. */
function hashCode(code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(plain).digest('hex')
}
