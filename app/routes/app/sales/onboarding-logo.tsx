import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLogo } from '#app/platform/onboarding/logo.server.ts'
import { requireSession } from '#app/routes/onboarding/rep-page.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

/** The logo as it was kept for a company that is to be. @throws Response 404 */
export function loader({ params, context }: LoaderFunctionArgs) {
  const app = requireUser(context, 'sales.read')
  const session = requireSession(app, params['id'])
  const logo = findLogo(app.platform, session.id)
  if (!logo) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      ...{ 'Content-Type': logo.mimeType, 'Content-Disposition': 'inline' },
      ...{ 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff' },
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
