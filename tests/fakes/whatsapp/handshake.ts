import { randomInt } from 'node:crypto'
import { callReceiver } from '../http/post.ts'
import type { World } from './world.ts'

export type Handshake = { verified: boolean; status: number; body: string; challenge: string }

/** Ask a receiver to prove that it knows the token: 200 with the challenge, verbatim. */
export async function verifyWebhook(
  world: World,
  webhookUrl: string,
  verifyToken: string,
): Promise<Handshake> {
  const challenge = String(randomInt(100_000_000, 2_000_000_000))
  const url = new URL(webhookUrl)
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.challenge', challenge)
  url.searchParams.set('hub.verify_token', verifyToken)
  const { status, body } = await callReceiver(url.href, {
    method: 'GET',
    timeoutMs: world.settings.webhookTimeoutMs,
  })
  return { verified: status === 200 && body === challenge, status, body, challenge }
}
