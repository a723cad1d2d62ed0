import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { toString as toQr } from 'qrcode'

const SECRET_BYTES = 20
const PERIOD_S = 30
/** One step to either side: phones' clocks are a little off. */
const WINDOW_STEPS = 1

/** A new secret in base32, the form that people can type. */
export function makeTotpSecret(): string {
  return base32(new Uint8Array(randomBytes(SECRET_BYTES)))
}

/**
 * What an authenticator app scans, as SVG.
 *
 * @param label whose account, shown in the app
 * @param issuer the company or Baraza
 */
export function drawTotpQr(secret: string, label: string, issuer: string): Promise<string> {
  const uri = new TOTP({ issuer, label, secret, period: PERIOD_S }).toString()
  return toQr(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
}

/**
 * Checks six digits against a secret.
 *
 * @param lastStep the step last accepted; that one and older ones are refused, so that a code
 *   somebody saw cannot be used again (RFC 6238, section 5.2)
 * @returns the step to remember, or undefined when the code is wrong or was used
 */
export function checkTotp(
  secret: string,
  code: string,
  lastStep: number | null,
  now = Date.now(),
): number | undefined {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const totp = new TOTP({ secret, period: PERIOD_S })
  const delta = totp.validate({ token: digits, timestamp: now, window: WINDOW_STEPS })
  if (delta === null) return undefined
  const step = Math.floor(now / 1000 / PERIOD_S) + delta
  return lastStep !== null && step <= lastStep ? undefined : step
}

function base32(bytes: Uint8Array<ArrayBuffer>): string {
  return new Secret({ buffer: bytes.buffer }).base32
}
