import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { saveSubscription } from '#app/domain/notifications/push-subscriptions.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

const PUBLIC_KEY_BYTES = 65
const AUTH_BYTES = 16
const UNCOMPRESSED_POINT = 4

const bytes = (length: number) =>
  z
    .string()
    .regex(/^[\w-]+={0,2}$/)
    .refine((text) => Buffer.from(text, 'base64url').length === length)

const subscription = z.object({
  endpoint: z.string().max(1_000),
  p256dh: bytes(PUBLIC_KEY_BYTES).refine(
    (text) => Buffer.from(text, 'base64url')[0] === UNCOMPRESSED_POINT,
  ),
  auth: bytes(AUTH_BYTES),
})

/** Makes the browser that asks one of the member's devices. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, services, userAgent } = requireMember(context)
  const read = await readForm(request, subscription)
  if (!read.ok || !services.push.isAllowed(read.values.endpoint))
    return Response.json({ ok: false }, { status: 422 })
  const { endpoint, ...keys } = read.values
  saveSubscription(db, member.id, { endpoint, keys, userAgent, sessionId: member.sessionId })
  return Response.json({ ok: true })
}
