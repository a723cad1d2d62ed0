import { createHmac } from 'node:crypto'

/** The header by which an event is known to be the vendor's; `at` in seconds. */
export function signEvent(body: string, { secret, at }: { secret: string; at: number }): string {
  const v1 = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return `t=${at},v1=${v1}`
}
