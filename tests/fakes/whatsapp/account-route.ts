import { z } from 'zod'
import { parseJson } from '../http/body.ts'
import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { graphError } from './errors.ts'
import { verifyWebhook } from './handshake.ts'
import type { WaNumber, World } from './world.ts'

const override = z.object({ override_callback_uri: z.url(), verify_token: z.string().min(1) })

/** `GET /{phone_number_id}`: what a connection check reads. */
export function describeNumber(number: WaNumber): FakeReply {
  return json(toPublic(number))
}

/** `GET /{waba}/phone_numbers` */
export function listNumbers(numbers: WaNumber[]): FakeReply {
  return json({ data: numbers.map(toPublic) })
}

/**
 * `POST /{waba}/subscribed_apps`. With an override address the vendor first makes the
 * verification handshake; a receiver that fails it is refused.
 */
export async function subscribe(
  world: World,
  numbers: WaNumber[],
  request: FakeRequest,
): Promise<FakeReply> {
  const body = parseJson(request)
  const wanted = override.safeParse(body.ok ? body.value : undefined)
  if (!wanted.success) return json({ success: true })
  const { override_callback_uri: url, verify_token: token } = wanted.data
  const check = await verifyWebhook(world, url, token)
  if (!check.verified) {
    return graphError({ code: 100, subcode: 2200, details: 'Callback verification failed' })
  }
  for (const number of numbers) Object.assign(number, { webhookUrl: url, verifyToken: token })
  return json({ success: true })
}

function toPublic(number: WaNumber) {
  return {
    id: number.phoneNumberId,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName ?? 'Test Business',
    code_verification_status: 'VERIFIED',
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
  }
}
