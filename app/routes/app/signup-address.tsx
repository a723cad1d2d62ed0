import type { LoaderFunctionArgs } from '@remix-run/node'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { toApp } from '#app/routes/require.server.ts'

const TYPED_LENGTH_MAX = 100

/** Whether an address is free, asked while somebody types it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, ip } = toApp(context)
  const { searchParams } = new URL(request.url)
  const counted = await services.throttle.count({ 'slug_check.address': addressKey(ip) })
  if (!counted.ok) {
    const headers = { 'Retry-After': String(counted.retryAfterS) }
    return Response.json({ ok: false, slug: '', reason: 'rate_limited' }, { status: 429, headers })
  }
  const slug = (searchParams.get('slug') ?? '').trim().toLowerCase().slice(0, TYPED_LENGTH_MAX)
  const name = (searchParams.get('name') ?? '').slice(0, TYPED_LENGTH_MAX)
  return Response.json({ slug, ...services.companies.checkAddress(slug, name) })
}
