import { createPublicKey, verify } from 'node:crypto'

const LIFETIME_MAX_S = 24 * 3_600

/**
 * Checks the `Authorization` header of a push after RFC 8292.
 *
 * @returns what is wrong with it, or the sender's public key
 */
export function checkVapid(
  header: string | undefined,
  audience: string,
  now = Date.now(),
): { ok: true; key: string } | { ok: false; problem: string } {
  const match = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), ?k=([\w-]+)$/.exec(header ?? '')
  if (!match) return bad('no vapid authorization')
  const [, head = '', claims = '', signature = '', key = ''] = match
  if (toJson(head)['alg'] !== 'ES256') return bad('not ES256')
  const signed = Buffer.from(`${head}.${claims}`)
  const options = { key: toPublicKey(key), dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', signed, options, Buffer.from(signature, 'base64url')))
    return bad('the signature does not fit the key')
  const { aud, exp, sub } = toJson(claims)
  if (aud !== audience) return bad(`aud is ${String(aud)}`)
  const left = Number(exp) - now / 1000
  if (!(left > 0 && left <= LIFETIME_MAX_S)) return bad('exp is past or more than a day ahead')
  if (typeof sub !== 'string' || !/^(mailto:|https:)/.test(sub)) return bad('no contact in sub')
  return { ok: true, key }
}

function bad(problem: string) {
  return { ok: false as const, problem }
}

/** An uncompressed point: 0x04, x, y. */
function toPublicKey(raw: string) {
  const bytes = Buffer.from(raw, 'base64url')
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33, 65)].map((part) =>
    part.toString('base64url'),
  )
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
}

function toJson(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
}
