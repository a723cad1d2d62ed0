import { createHmac } from 'node:crypto'

/** `X-Hub-Signature-256`: `sha256=` + lowercase hex HMAC-SHA256 of the exact bytes. */
export function signMeta(appSecret: string, bytes: Uint8Array | string): string {
  return 'sha256=' + createHmac('sha256', appSecret).update(bytes).digest('hex')
}
