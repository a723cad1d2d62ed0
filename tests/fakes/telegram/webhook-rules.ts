import { refused } from './answers.ts'
import type { Refusal } from './answers.ts'

const PORTS = ['443', '80', '88', '8443']
const SECRET_MAX = 256

/** Why a webhook address is not taken. `allowInsecure` lets plain http and any port through. */
export function refuseWebhookUrl(address: string, allowInsecure: boolean): Refusal | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    return refused(400, 'invalid webhook URL specified')
  }
  if (allowInsecure) return undefined
  if (url.protocol !== 'https:') {
    return refused(400, 'bad webhook: An HTTPS URL must be provided for webhook')
  }
  if (!PORTS.includes(url.port || '443')) {
    return refused(400, 'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
  return undefined
}

/** Why a secret token is not taken: 1–256 of `A-Za-z0-9_-`. */
export function refuseSecret(secret: string | undefined): Refusal | undefined {
  if (secret === undefined || secret === '') return undefined
  if (secret.length > SECRET_MAX) return refused(400, 'secret token is too long')
  const isClean = /^[A-Za-z0-9_-]+$/.test(secret)
  return isClean ? undefined : refused(400, 'secret token contains unallowed characters')
}
